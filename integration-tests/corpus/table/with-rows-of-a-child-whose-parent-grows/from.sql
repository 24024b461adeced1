CREATE TABLE things (id integer);
CREATE TABLE chairs (legs integer) INHERITS (things);
