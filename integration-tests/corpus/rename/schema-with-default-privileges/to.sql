-- rename: old=fresh
-- rows: SELECT count(*) FROM fresh.t => 1
CREATE SCHEMA fresh;
CREATE TYPE fresh.st AS ENUM ('a');
CREATE DOMAIN fresh.d AS text CHECK (VALUE <> 'x');
CREATE SEQUENCE fresh.sq;
CREATE COLLATION fresh.ci (provider = icu, locale = 'de');
CREATE TABLE fresh.t (id int PRIMARY KEY DEFAULT nextval('fresh.sq'), s fresh.st DEFAULT 'a', d fresh.d COLLATE fresh.ci, CHECK (s = 'a'));
CREATE FUNCTION fresh.f(fresh.t) RETURNS fresh.st LANGUAGE sql STABLE AS $$ SELECT $1.s $$;
CREATE VIEW fresh.v AS SELECT t.id, fresh.f(t) AS f FROM fresh.t;
CREATE TRIGGER z BEFORE UPDATE ON fresh.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE TABLE u (t int REFERENCES fresh.t, s fresh.st);
CREATE VIEW w AS SELECT * FROM fresh.v;
GRANT USAGE ON SCHEMA fresh TO pg_monitor;
GRANT SELECT ON ALL TABLES IN SCHEMA fresh TO pg_monitor;
ALTER DEFAULT PRIVILEGES IN SCHEMA fresh GRANT SELECT ON TABLES TO pg_monitor;

