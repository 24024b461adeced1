CREATE TABLE a (x int DEFAULT 5);
CREATE TABLE b (y int);
CREATE TABLE c (z int) INHERITS (a, b);
