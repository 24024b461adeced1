SET check_function_bodies = off;
CREATE FUNCTION even(n int) RETURNS boolean LANGUAGE sql AS 'SELECT n = 0 OR odd(n - 1)';
CREATE FUNCTION odd(n int) RETURNS boolean LANGUAGE sql AS 'SELECT n <> 0 AND even(n - 1)';
CREATE FUNCTION latest() RETURNS int LANGUAGE plpgsql AS 'DECLARE r visit%ROWTYPE; BEGIN SELECT * INTO r FROM visit; RETURN r.id; END';
CREATE TABLE visit (id int DEFAULT 1);
