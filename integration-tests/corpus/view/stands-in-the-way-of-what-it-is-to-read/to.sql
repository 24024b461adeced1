CREATE TYPE place AS (street text, city text, land text);
CREATE TABLE people (id integer PRIMARY KEY);
CREATE TABLE firms (id integer PRIMARY KEY, seat place);
CREATE VIEW streets AS SELECT (seat).street FROM firms;
CREATE VIEW cities AS SELECT count(*) AS streets FROM streets;
