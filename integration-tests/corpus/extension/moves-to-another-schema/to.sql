CREATE SCHEMA ext;
CREATE EXTENSION pg_trgm SCHEMA ext;
CREATE EXTENSION hstore SCHEMA public;
CREATE TABLE t (h hstore, name text);
CREATE INDEX t_name ON t USING gin (name ext.gin_trgm_ops);
