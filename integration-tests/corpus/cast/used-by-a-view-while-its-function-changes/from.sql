CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE FUNCTION number_of(m mood) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE CAST (mood AS int) WITH FUNCTION number_of(mood);
CREATE TABLE t (m mood);
CREATE VIEW v AS SELECT m::int AS n FROM t;
