CREATE TABLE t (a int, b int, PRIMARY KEY (a));
CREATE TABLE u (a int REFERENCES t, b int);
