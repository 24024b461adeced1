CREATE TABLE a (x bigint CHECK (x > 0), y text DEFAULT 'r');
CREATE TABLE b (x bigint CHECK (x < 200), k int);
CREATE TABLE c (z int NOT NULL) INHERITS (a, b);
CREATE TABLE d () INHERITS (c);
ALTER TABLE d ALTER y SET DEFAULT 's';
