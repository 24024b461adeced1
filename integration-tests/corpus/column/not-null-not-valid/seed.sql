INSERT INTO t VALUES (1, NULL, 'b', 'c', 'd', 5, 6);
