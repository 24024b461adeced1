INSERT INTO t (id, a, b, c, d, f) VALUES (1, 'a', 'b', 'c', 'd', 'f');
