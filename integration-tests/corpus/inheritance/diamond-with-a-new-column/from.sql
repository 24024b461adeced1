CREATE TABLE a (x int, y int DEFAULT 1);
CREATE TABLE b (p int) INHERITS (a);
CREATE TABLE c (q int) INHERITS (a);
CREATE TABLE d (z int) INHERITS (b, c);
