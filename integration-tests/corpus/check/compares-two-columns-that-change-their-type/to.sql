CREATE TYPE st AS ENUM ('new','closed');
CREATE TABLE t (id int PRIMARY KEY, was st, now st, a uuid, b uuid, CHECK (was <> now), CONSTRAINT ab CHECK (a <> b));
CREATE INDEX t_i ON t ((was = now));
CREATE INDEX t_j ON t (id) WHERE a = b;
CREATE STATISTICS t_s ON (was = now), id FROM t;
CREATE TABLE p (LIKE t INCLUDING CONSTRAINTS) PARTITION BY LIST (id);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
