CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE FUNCTION number_of(the_mood mood) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2';
CREATE CAST (mood AS int) WITH FUNCTION number_of(mood);
CREATE TABLE t (m mood);
CREATE VIEW v AS SELECT m::int AS n FROM t;
