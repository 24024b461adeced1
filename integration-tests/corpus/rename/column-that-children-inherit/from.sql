CREATE TABLE p (id int, v text);
CREATE TABLE c (v text, x int) INHERITS (p);
CREATE TABLE g () INHERITS (c);
