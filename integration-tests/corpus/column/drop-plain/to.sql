CREATE TABLE t (id int PRIMARY KEY, stays text);
