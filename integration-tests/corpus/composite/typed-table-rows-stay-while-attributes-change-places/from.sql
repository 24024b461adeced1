CREATE TYPE thing AS (id int, name text, size int);
CREATE TABLE things OF thing (PRIMARY KEY (id), name WITH OPTIONS NOT NULL DEFAULT 'x');
CREATE TABLE others OF thing;
CREATE VIEW names AS SELECT name, size FROM things;
CREATE INDEX things_size ON things (size);
CREATE FUNCTION f(thing) RETURNS int LANGUAGE sql AS 'SELECT $1.size';
