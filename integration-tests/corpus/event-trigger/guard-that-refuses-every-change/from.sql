CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no changes here'; END $$;
CREATE TABLE t (a int);
CREATE EVENT TRIGGER other ON ddl_command_start EXECUTE FUNCTION refuse();
ALTER EVENT TRIGGER other DISABLE;
CREATE EVENT TRIGGER guard ON ddl_command_start EXECUTE FUNCTION refuse();
