INSERT INTO t VALUES ('z', 'x');
