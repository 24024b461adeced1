CREATE FUNCTION first_of(anycompatiblearray) RETURNS anycompatible LANGUAGE sql IMMUTABLE AS 'SELECT $1[1]';
CREATE FUNCTION pair(a anyelement, b anyelement) RETURNS anyarray LANGUAGE sql AS 'SELECT ARRAY[a, b]';
