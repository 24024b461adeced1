CREATE FUNCTION grow(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT coalesce($1, 0) + coalesce($2, 0)';
CREATE FUNCTION finish(int) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text';
CREATE AGGREGATE total(int) (SFUNC = grow, STYPE = int, INITCOND = '10', COMBINEFUNC = grow, PARALLEL = SAFE);
CREATE AGGREGATE other(int) (SFUNC = grow, STYPE = int, FINALFUNC = finish);
COMMENT ON AGGREGATE total(int) IS 'another total';
