CREATE FUNCTION f(a int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN a + 2; END $$;
CREATE FUNCTION g(a int) RETURNS int LANGUAGE plpgsql AS $body$
BEGIN
    -- a comment with $$ and 'quotes'
    RETURN a * 2;
END
$body$;
COMMENT ON FUNCTION f(int) IS 'two more';
