INSERT INTO t VALUES ('a','{b}'); INSERT INTO u VALUES ('b', ROW('a'));
