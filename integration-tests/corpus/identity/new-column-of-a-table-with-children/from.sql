CREATE TABLE things (label text);
CREATE TABLE chairs (legs integer) INHERITS (things);
