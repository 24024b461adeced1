CREATE FUNCTION t_state_check() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT (OLD.state IS DISTINCT FROM 'closed') THEN
        RAISE EXCEPTION 'a closed one stays closed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TABLE t (id int, state text);
CREATE TRIGGER t_state BEFORE UPDATE ON t FOR EACH ROW WHEN (OLD.state IS DISTINCT FROM NEW.state) EXECUTE FUNCTION t_state_check();
