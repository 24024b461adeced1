-- forwards only: an index that is not valid is never built
CREATE TABLE t (id int, x text) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (10);
CREATE INDEX t1_x ON t1 (x);
CREATE INDEX t_x ON ONLY t (x);
ALTER INDEX t_x ATTACH PARTITION t1_x;
