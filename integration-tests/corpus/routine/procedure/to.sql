CREATE TABLE t (id int);
CREATE PROCEDURE fill(n int) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$ BEGIN INSERT INTO t VALUES (n + 1); COMMIT; END $$;
CREATE PROCEDURE answer(INOUT n int) LANGUAGE plpgsql AS $$ BEGIN n := 1; END $$;
COMMENT ON PROCEDURE answer(int) IS 'answers';
