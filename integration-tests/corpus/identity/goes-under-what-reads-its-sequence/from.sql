CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, a text);
CREATE VIEW v2 AS SELECT currval('t_id_seq') AS c;
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql RETURN nextval('t_id_seq');
CREATE TABLE u (n bigint DEFAULT nextval('t_id_seq'));
