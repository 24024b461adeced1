CREATE TABLE things (label text, id integer GENERATED ALWAYS AS IDENTITY (START WITH 5) UNIQUE);
CREATE TABLE chairs (legs integer) INHERITS (things);
