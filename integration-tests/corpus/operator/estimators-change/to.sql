CREATE FUNCTION same(int, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2';
CREATE TABLE t (id int, x text);
CREATE OPERATOR === (LEFTARG = int, RIGHTARG = text, FUNCTION = same, RESTRICT = contsel, JOIN = contjoinsel);
CREATE VIEW v AS SELECT id FROM t WHERE id === x;
