CREATE TABLE a (id int, CONSTRAINT both_of_them CHECK (id > 0));
CREATE TABLE b () INHERITS (a);
