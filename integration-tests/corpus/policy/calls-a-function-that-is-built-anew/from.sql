CREATE FUNCTION tenant() RETURNS int LANGUAGE sql STABLE AS $$SELECT current_setting('app.tenant')::int$$;
CREATE TABLE t (id int, tenant bigint);
CREATE POLICY mine ON t USING (tenant = tenant());
