INSERT INTO t VALUES ('open', 1);
