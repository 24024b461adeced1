CREATE TABLE t (id int, x text) PARTITION BY LIST (id);
CREATE TABLE p PARTITION OF t FOR VALUES IN (1) WITH (fillfactor = 80, autovacuum_enabled = false);
COMMENT ON TABLE p IS 'another p';
COMMENT ON COLUMN p.x IS 'an x';
ALTER TABLE p ALTER COLUMN x SET STATISTICS 300;
