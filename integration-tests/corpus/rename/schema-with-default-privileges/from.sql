CREATE SCHEMA old;
CREATE TYPE old.st AS ENUM ('a');
CREATE DOMAIN old.d AS text CHECK (VALUE <> 'x');
CREATE SEQUENCE old.sq;
CREATE COLLATION old.ci (provider = icu, locale = 'de');
CREATE TABLE old.t (id int PRIMARY KEY DEFAULT nextval('old.sq'), s old.st DEFAULT 'a', d old.d COLLATE old.ci, CHECK (s = 'a'));
CREATE FUNCTION old.f(old.t) RETURNS old.st LANGUAGE sql STABLE AS $$ SELECT $1.s $$;
CREATE VIEW old.v AS SELECT t.id, old.f(t) AS f FROM old.t;
CREATE TRIGGER z BEFORE UPDATE ON old.t FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
CREATE TABLE u (t int REFERENCES old.t, s old.st);
CREATE VIEW w AS SELECT * FROM old.v;
GRANT USAGE ON SCHEMA old TO pg_monitor;
GRANT SELECT ON ALL TABLES IN SCHEMA old TO pg_monitor;
ALTER DEFAULT PRIVILEGES IN SCHEMA old GRANT SELECT ON TABLES TO pg_monitor;

