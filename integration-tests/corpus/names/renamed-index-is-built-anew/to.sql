CREATE FUNCTION half(number int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1 / 2';
CREATE TABLE t (id int, CONSTRAINT is_small CHECK (half(id) < 100));
CREATE INDEX t_by_half ON t (half(id));
