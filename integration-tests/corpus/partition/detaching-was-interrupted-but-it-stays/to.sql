-- forwards only: nobody wants a detachment that is not finished
CREATE TABLE t (id int, x bigint, y int) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (10);
CREATE INDEX t_x ON t (x);
-- rows: SELECT count(*) FROM t => 1
