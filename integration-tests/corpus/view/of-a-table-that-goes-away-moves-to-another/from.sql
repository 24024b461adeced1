CREATE TABLE old (id int, name text);
CREATE VIEW v AS SELECT id, name FROM old;
