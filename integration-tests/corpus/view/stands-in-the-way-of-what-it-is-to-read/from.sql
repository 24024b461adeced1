CREATE TYPE place AS (street text, city text);
CREATE TABLE people (id integer PRIMARY KEY, home place);
CREATE TABLE firms (id integer PRIMARY KEY);
CREATE VIEW streets AS SELECT (home).street FROM people;
CREATE VIEW cities AS SELECT count(*) AS streets FROM streets;
