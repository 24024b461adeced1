CREATE SCHEMA e;
CREATE SCHEMA x;
CREATE EXTENSION hstore SCHEMA x;
CREATE TYPE e.mine AS ENUM ('a', 'b');
CREATE TABLE t (h x.hstore, m e.mine, k x.hstore[]);
CREATE FUNCTION e.keys_of(x.hstore) RETURNS text[] LANGUAGE sql IMMUTABLE AS 'SELECT x.akeys($1)';
CREATE INDEX t_keys ON t (e.keys_of(h));
