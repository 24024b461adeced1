CREATE TABLE t (a int, b int, CONSTRAINT range CHECK (a <= b));
