CREATE TABLE t (a int);
CREATE INDEX thing ON t (a);
