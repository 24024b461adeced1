CREATE TABLE a (id int, x int);
CREATE TABLE b (id int, y int);
CREATE TABLE c (id int, x int, y int, z int) INHERITS (a, b);
