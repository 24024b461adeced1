CREATE FUNCTION tenant() RETURNS bigint LANGUAGE sql STABLE AS $$SELECT current_setting('app.tenant')::bigint$$;
CREATE TABLE t (id int, tenant bigint);
CREATE POLICY mine ON t USING (tenant = tenant());
