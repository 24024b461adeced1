CREATE TYPE thing AS (id int, name text);
CREATE TABLE plain (id int, name text);
CREATE TABLE typed OF thing (PRIMARY KEY (id));
