-- forwards only: a column that a table has of its own never comes to be from a parent alone
CREATE TABLE a (x int, w int CHECK (w > 0), n int NOT NULL);
CREATE TABLE c (x int, z int) INHERITS (a);
CREATE VIEW v AS SELECT x, w FROM c;
