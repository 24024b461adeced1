CREATE TABLE fresh (id int, name text);
CREATE VIEW v AS SELECT id, name FROM fresh;
