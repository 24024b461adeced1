CREATE FUNCTION check_options(text[], oid) RETURNS void LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE FOREIGN DATA WRAPPER w VALIDATOR check_options OPTIONS (level '2', "Odd" 'it''s');
CREATE FOREIGN DATA WRAPPER other VALIDATOR postgresql_fdw_validator;
