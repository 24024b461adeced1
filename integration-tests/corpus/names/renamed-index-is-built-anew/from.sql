CREATE FUNCTION half(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1 / 2';
CREATE TABLE t (id int, CONSTRAINT small CHECK (half(id) < 100));
CREATE INDEX t_half ON t (half(id));
