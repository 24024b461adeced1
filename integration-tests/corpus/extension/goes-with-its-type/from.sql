CREATE EXTENSION hstore;
CREATE TABLE t (a hstore, b int);
CREATE INDEX i ON t USING gin (a);
