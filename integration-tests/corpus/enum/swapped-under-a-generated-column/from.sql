CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE t (id int, x e, p e GENERATED ALWAYS AS ('a'::e) STORED, q bool GENERATED ALWAYS AS (x > 'a'::e) STORED);
CREATE INDEX t_p ON t (p);
CREATE VIEW v AS SELECT p, q FROM t;
