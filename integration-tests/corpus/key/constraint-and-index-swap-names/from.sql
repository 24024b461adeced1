CREATE TABLE t (a int CONSTRAINT first UNIQUE, b int);
CREATE INDEX second ON t (b);
