CREATE TABLE t (a int, c int, PRIMARY KEY (a), UNIQUE (c));
