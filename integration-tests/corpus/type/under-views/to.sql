CREATE TABLE t (id int PRIMARY KEY, amount bigint);
CREATE VIEW doubled AS SELECT id, amount * 2 AS amount FROM t;
CREATE VIEW big AS SELECT * FROM doubled WHERE amount > 100;
CREATE MATERIALIZED VIEW total AS SELECT sum(amount) AS total FROM t;
