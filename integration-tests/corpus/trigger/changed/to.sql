CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TABLE t (id int, at timestamptz);
CREATE TRIGGER stamp AFTER INSERT OR DELETE ON t FOR EACH STATEMENT EXECUTE FUNCTION stamp('argument', 'it''s');
COMMENT ON TRIGGER stamp ON t IS 'stamps more';
