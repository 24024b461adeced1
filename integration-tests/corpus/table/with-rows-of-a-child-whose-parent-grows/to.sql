CREATE TABLE things (id integer, twice integer GENERATED ALWAYS AS (2 * id) STORED);
CREATE TABLE chairs (legs integer) INHERITS (things);
CREATE TABLE around (one chairs, more chairs[]);
