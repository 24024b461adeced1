CREATE TYPE emp AS (name text, sal int);
CREATE TYPE emp2 AS (name text, sal bigint);
CREATE TABLE e OF emp;
CREATE TABLE f (name text, sal int);
