CREATE FUNCTION f(int, int) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'int4lt';
CREATE FUNCTION begins(text, text) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT SUPPORT text_starts_with_support AS 'text_starts_with';
