CREATE SEQUENCE s;
CREATE TABLE t (id int NOT NULL, a text);
CREATE VIEW v2 AS SELECT currval('s') AS c;
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql RETURN nextval('s');
CREATE TABLE u (n bigint DEFAULT nextval('s'));
