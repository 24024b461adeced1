INSERT INTO t VALUES (1, ROW('x', 1), ARRAY[ROW('y', 2)::address]);
