CREATE TABLE a (x int CHECK (x > 0), y text DEFAULT 'q');
CREATE TABLE b (x int CHECK (x < 100), k int);
CREATE TABLE c (z int) INHERITS (a, b);
CREATE TABLE d () INHERITS (c);
