CREATE TABLE a (x bigint NOT NULL, y int DEFAULT 2, w text);
CREATE TABLE b (p int) INHERITS (a);
CREATE TABLE c (q int, w text) INHERITS (a);
CREATE TABLE d (z int) INHERITS (c, b);
ALTER TABLE d ALTER y SET DEFAULT 9;
