-- forwards only: a column that a table has of its own never comes to be from a parent alone
CREATE TABLE base (id int);
CREATE TABLE child (k int, name text) INHERITS (base);
CREATE TABLE other () INHERITS (base);
-- rows: SELECT name FROM child => kept
