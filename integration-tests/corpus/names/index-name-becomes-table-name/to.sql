CREATE TABLE t (a int);
CREATE TABLE thing (a int);
