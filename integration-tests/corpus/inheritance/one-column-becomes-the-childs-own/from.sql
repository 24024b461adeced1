CREATE TABLE a (x int, w int CHECK (w > 0), n int NOT NULL);
CREATE TABLE c (z int) INHERITS (a);
CREATE VIEW v AS SELECT x, w FROM c;
