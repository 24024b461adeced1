CREATE TYPE thing AS (id int, name text);
CREATE TABLE plain OF thing;
CREATE TABLE typed (id int PRIMARY KEY, name text);
