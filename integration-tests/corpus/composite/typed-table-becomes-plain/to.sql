CREATE TABLE e (name text, sal bigint);
