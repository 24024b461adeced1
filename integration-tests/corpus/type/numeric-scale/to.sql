CREATE TABLE t (a numeric(12, 2), b numeric(20, 5), c numeric);
