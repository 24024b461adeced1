CREATE SCHEMA old;
CREATE TABLE old.t (id int PRIMARY KEY, n int);
CREATE FUNCTION old.twice(n int) RETURNS int IMMUTABLE LANGUAGE sql AS $$SELECT n * 2$$;
CREATE VIEW old.v AS SELECT id, old.twice(n) AS d FROM old.t;
CREATE INDEX t_twice ON old.t (old.twice(n));
