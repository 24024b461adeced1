CREATE TABLE t (id int, v text);
CREATE TABLE x (a int);
