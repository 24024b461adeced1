CREATE FUNCTION near(first int, second int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT abs(first - second) < 3';
CREATE OPERATOR ~~~ (LEFTARG = int, RIGHTARG = int, FUNCTION = near);
CREATE TABLE t (id int, x int, CONSTRAINT close CHECK (id ~~~ x));
CREATE INDEX t_near ON t (id) WHERE x ~~~ 5;
CREATE VIEW v AS SELECT id FROM t WHERE id ~~~ 3;
