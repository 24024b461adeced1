CREATE COLLATION c (PROVIDER = icu, LOCALE = 'und');
CREATE TABLE t (id int, name text COLLATE c);
CREATE INDEX t_name ON t (name);
CREATE VIEW v AS SELECT name FROM t ORDER BY name COLLATE c;
