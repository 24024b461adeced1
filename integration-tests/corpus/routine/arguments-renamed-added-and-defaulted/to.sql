CREATE FUNCTION f(first int, second text) RETURNS int LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION g(a int, b int DEFAULT 3, c text DEFAULT 'it''s, (odd)') RETURNS int LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION h(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT $1';
