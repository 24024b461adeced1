CREATE FUNCTION f(a int, OUT b int, OUT c text) LANGUAGE sql AS $$SELECT a, 'c'$$;
CREATE FUNCTION g() RETURNS TABLE (id int, name text) LANGUAGE sql AS $$SELECT 1, 'n'$$;
CREATE FUNCTION h(INOUT a int) LANGUAGE sql AS 'SELECT a';
