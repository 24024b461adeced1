CREATE TABLE t (a int, b int);
CREATE INDEX one ON t (b);
CREATE INDEX two ON t (a);
