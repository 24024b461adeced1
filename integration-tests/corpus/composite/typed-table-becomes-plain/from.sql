CREATE TYPE emp AS (name text, sal int);
CREATE TABLE e OF emp;
