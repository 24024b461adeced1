CREATE TABLE t (id int, x int);
CREATE VIEW v AS SELECT t FROM t;
