CREATE TYPE emp AS (name text, sal int);
CREATE TYPE emp2 AS (name text, sal bigint);
CREATE TABLE e OF emp2;
CREATE TABLE f OF emp (name WITH OPTIONS NOT NULL);
