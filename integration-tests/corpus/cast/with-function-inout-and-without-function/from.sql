CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE TYPE pair AS (a int, b int);
CREATE FUNCTION number_of(mood) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT CASE $1 WHEN 'glad' THEN 1 ELSE 0 END$$;
CREATE FUNCTION pair_of(int) RETURNS pair LANGUAGE sql IMMUTABLE AS 'SELECT $1, $1';
CREATE CAST (mood AS int) WITH FUNCTION number_of(mood);
CREATE CAST (int AS pair) WITH FUNCTION pair_of(int) AS ASSIGNMENT;
