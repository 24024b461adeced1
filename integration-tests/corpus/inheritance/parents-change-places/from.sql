CREATE TABLE a (x int CHECK (x > 0), both_have int);
CREATE TABLE b (y int NOT NULL, both_have int, g int GENERATED ALWAYS AS (y + 1) STORED);
CREATE TABLE c (z int) INHERITS (a, b);
CREATE TABLE d () INHERITS (c);
