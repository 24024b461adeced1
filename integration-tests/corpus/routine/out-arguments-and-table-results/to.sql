CREATE FUNCTION f(a int, OUT b int, OUT c text, OUT d date) LANGUAGE sql AS $$SELECT a, 'c', current_date$$;
CREATE FUNCTION g() RETURNS TABLE (id int, name text, at date) LANGUAGE sql AS $$SELECT 1, 'n', current_date$$;
CREATE FUNCTION h(INOUT a int, INOUT b text DEFAULT 'x') LANGUAGE sql AS 'SELECT a, b';
