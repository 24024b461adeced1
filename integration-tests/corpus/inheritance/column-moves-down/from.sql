CREATE TABLE base (id int, name text);
CREATE TABLE child (k int) INHERITS (base);
CREATE TABLE other () INHERITS (base);
