CREATE TABLE t (a int, b text) PARTITION BY RANGE (lower(b) COLLATE "C" text_pattern_ops);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM ('a') TO ('m');
