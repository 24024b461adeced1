CREATE TABLE b (y int);
CREATE TABLE c (z int) INHERITS (b);
