CREATE TABLE t (id int, x int) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (10);
CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (10) TO (20);
CREATE INDEX t_x ON t (x);
SET allow_system_table_mods = on;
UPDATE pg_catalog.pg_inherits SET inhdetachpending = true WHERE inhrelid = 't1'::regclass;
RESET allow_system_table_mods;
