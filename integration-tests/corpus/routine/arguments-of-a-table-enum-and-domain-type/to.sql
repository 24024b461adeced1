CREATE TYPE mood AS ENUM ('glad');
CREATE DOMAIN score AS bigint CHECK (VALUE > 0);
CREATE TABLE t (id int, m mood, s score);
CREATE FUNCTION f(t) RETURNS mood LANGUAGE sql AS 'SELECT $1.m';
CREATE FUNCTION g(score) RETURNS score LANGUAGE sql AS 'SELECT $1';
