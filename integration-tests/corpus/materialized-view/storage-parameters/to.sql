CREATE TABLE t (id int);
CREATE MATERIALIZED VIEW m WITH (fillfactor = 80, autovacuum_vacuum_threshold = 10) AS SELECT id FROM t;
