CREATE FUNCTION h() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql','plpgsql_call_handler';
CREATE LANGUAGE mylang HANDLER h;
CREATE FUNCTION f() RETURNS int LANGUAGE mylang AS 'BEGIN RETURN 1; END';
COMMENT ON LANGUAGE mylang IS 'x';
