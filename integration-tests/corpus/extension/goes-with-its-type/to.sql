CREATE TABLE t (a jsonb, b int);
CREATE INDEX i ON t USING gin (a);
