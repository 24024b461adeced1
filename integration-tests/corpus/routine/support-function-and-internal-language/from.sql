-- major: 15+
CREATE FUNCTION f(int, int) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'int4eq';
