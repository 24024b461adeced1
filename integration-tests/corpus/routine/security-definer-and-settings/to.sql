CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET work_mem = '8MB' SET "TimeZone" = 'UTC' AS 'SELECT 1';
