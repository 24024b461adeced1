CREATE TYPE thing AS (size int, id int, name text);
CREATE TABLE things OF thing (PRIMARY KEY (id), name WITH OPTIONS NOT NULL DEFAULT 'x');
CREATE TABLE others OF thing;
CREATE VIEW names AS SELECT name, size FROM things;
CREATE INDEX things_size ON things (size);
CREATE FUNCTION f(thing) RETURNS int LANGUAGE sql AS 'SELECT $1.size';
-- rows: SELECT id || name || size FROM things => 1a5
