CREATE TABLE things (id integer NOT NULL, label varchar(20));
CREATE TABLE chairs (label varchar(20), legs integer) INHERITS (things);
CREATE TABLE stools () INHERITS (chairs);
