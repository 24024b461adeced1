CREATE FUNCTION seconds(x time, y time) RETURNS float8 LANGUAGE sql STRICT IMMUTABLE AS 'SELECT extract(epoch FROM (x - y)) * 2';
CREATE TYPE hours AS RANGE (SUBTYPE = time, SUBTYPE_DIFF = seconds, MULTIRANGE_TYPE_NAME = many_hours);
CREATE TABLE t (id int, h hours, m many_hours, EXCLUDE USING gist (h WITH &&));
CREATE FUNCTION nothing(hours) RETURNS bool LANGUAGE sql AS 'SELECT isempty($1)';
