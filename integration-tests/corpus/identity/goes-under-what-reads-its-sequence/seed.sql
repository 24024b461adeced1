INSERT INTO t (a) VALUES ('q');
