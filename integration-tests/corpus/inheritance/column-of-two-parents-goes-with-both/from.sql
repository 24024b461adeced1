CREATE TABLE a (x int, y int);
CREATE TABLE b (y int, k int);
CREATE TABLE c () INHERITS (b, a);
