CREATE FUNCTION f(VARIADIC numbers int[] DEFAULT '{}') RETURNS int LANGUAGE sql AS 'SELECT cardinality(numbers) + 1';
CREATE FUNCTION g(VARIADIC parts text[]) RETURNS int LANGUAGE sql AS 'SELECT cardinality(parts)';
