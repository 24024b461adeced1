CREATE FUNCTION check_options(text[], oid) RETURNS void LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE FOREIGN DATA WRAPPER w OPTIONS (debug 'true', level '1');
