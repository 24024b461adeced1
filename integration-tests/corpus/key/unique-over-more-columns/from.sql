CREATE TABLE t (a int, b int, CONSTRAINT t_key UNIQUE (a));
