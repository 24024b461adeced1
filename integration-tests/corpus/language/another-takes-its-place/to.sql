CREATE FUNCTION h() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql','plpgsql_call_handler';
CREATE TRUSTED LANGUAGE other HANDLER h VALIDATOR pg_catalog.plpgsql_validator;
CREATE FUNCTION f() RETURNS int LANGUAGE other AS 'BEGIN RETURN 1; END';
REVOKE ALL ON LANGUAGE other FROM PUBLIC;
