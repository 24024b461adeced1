CREATE TABLE things (id integer PRIMARY KEY);
CREATE TABLE chairs (legs integer) INHERITS (things);
CREATE TABLE stools () INHERITS (chairs);
CREATE TABLE small_stools () INHERITS (stools);
