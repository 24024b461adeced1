-- rename: old=new
-- rename: old.twice(integer)=new.doubled(integer)
-- rename: old.v=new.w
-- rows: SELECT sum(d) FROM new.w => 8
CREATE SCHEMA new;
CREATE TABLE new.t (id int PRIMARY KEY, n int);
CREATE FUNCTION new.doubled(n int) RETURNS int IMMUTABLE LANGUAGE sql AS $$SELECT n * 2$$;
CREATE VIEW new.w AS SELECT id, new.doubled(n) AS d FROM new.t;
CREATE INDEX t_twice ON new.t (new.doubled(n));
