CREATE TABLE t (id int PRIMARY KEY, gone text, stays text);
