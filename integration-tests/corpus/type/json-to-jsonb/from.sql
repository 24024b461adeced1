CREATE TABLE t (id int, doc json);
