-- rename: mood=temper
CREATE TYPE temper AS ENUM ('ok', 'fine');
CREATE TABLE t (id int PRIMARY KEY, m temper);
CREATE VIEW v AS SELECT m FROM t WHERE m = 'fine';
CREATE MATERIALIZED VIEW w AS SELECT m FROM t;
