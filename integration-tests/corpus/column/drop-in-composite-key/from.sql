CREATE TABLE t (a int, b int, c int, PRIMARY KEY (a, b), UNIQUE (b, c));
