CREATE FUNCTION grow(int, int) RETURNS int LANGUAGE sql IMMUTABLE STRICT AS 'SELECT $1 + $2';
CREATE FUNCTION shrink(int, int) RETURNS int LANGUAGE sql IMMUTABLE STRICT AS 'SELECT $1 - $2';
CREATE AGGREGATE total(int) (SFUNC = grow, STYPE = int, MSFUNC = grow, MINVFUNC = shrink, MSTYPE = int, MINITCOND = '0', INITCOND = '0');
CREATE AGGREGATE highest(int) (SFUNC = int4larger, STYPE = int, SORTOP = >);
CREATE AGGREGATE every_row(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0');
