CREATE SCHEMA ext;
CREATE EXTENSION pg_trgm;
CREATE EXTENSION hstore SCHEMA ext;
CREATE TABLE t (h ext.hstore, name text);
CREATE INDEX t_name ON t USING gin (name gin_trgm_ops);
