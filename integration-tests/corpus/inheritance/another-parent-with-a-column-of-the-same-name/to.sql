CREATE TABLE a (x int, y int);
CREATE TABLE b (x int, z int NOT NULL DEFAULT 3, k text CHECK (k <> ''));
CREATE TABLE c (own int) INHERITS (b);
