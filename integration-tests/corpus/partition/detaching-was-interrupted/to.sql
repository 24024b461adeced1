-- forwards only: nobody wants a detachment that is not finished
CREATE TABLE t (id int, x int) PARTITION BY RANGE (id);
CREATE TABLE t1 (id int, x int);
CREATE TABLE t2 PARTITION OF t FOR VALUES FROM (10) TO (20);
CREATE TABLE t3 PARTITION OF t FOR VALUES FROM (20) TO (30);
-- rows: SELECT count(*) FROM t1 => 1
-- rows: SELECT count(*) FROM t => 1
