CREATE TABLE t (a int, b text, c int) PARTITION BY RANGE (lower(b) COLLATE "C" text_pattern_ops);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM ('a') TO ('n');
