CREATE SCHEMA e;
CREATE EXTENSION hstore SCHEMA e;
CREATE TYPE e.mine AS ENUM ('a');
CREATE TABLE t (h e.hstore, m e.mine);
CREATE FUNCTION e.keys_of(e.hstore) RETURNS text[] LANGUAGE sql IMMUTABLE AS 'SELECT e.akeys($1)';
CREATE INDEX t_keys ON t (e.keys_of(h));
