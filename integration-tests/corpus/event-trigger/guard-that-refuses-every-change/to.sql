CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no changes here'; END $$;
CREATE TABLE t (a bigint, b int);
CREATE INDEX t_b ON t (b);
CREATE EVENT TRIGGER other ON ddl_command_start EXECUTE FUNCTION refuse();
