INSERT INTO t VALUES ('a', ROW('s', 1, 2)), (NULL, NULL);
