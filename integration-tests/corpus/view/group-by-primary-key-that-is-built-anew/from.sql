CREATE TABLE t (id int CONSTRAINT t_key PRIMARY KEY, x int);
CREATE VIEW v AS SELECT id, x, count(*) AS n FROM t GROUP BY id;
