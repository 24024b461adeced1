CREATE TABLE t (a int, b int, c int);
CREATE UNIQUE INDEX i ON t (a) INCLUDE (b);
