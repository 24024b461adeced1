CREATE FUNCTION f(VARIADIC numbers int[]) RETURNS int LANGUAGE sql AS 'SELECT cardinality(numbers)';
CREATE FUNCTION g(parts text[]) RETURNS int LANGUAGE sql AS 'SELECT cardinality(parts)';
