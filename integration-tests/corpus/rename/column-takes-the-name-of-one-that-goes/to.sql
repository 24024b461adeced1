-- rename: t.old=t.fresh
-- rows: SELECT fresh FROM t => 2
CREATE TABLE t (id int PRIMARY KEY, fresh bigint UNIQUE, CHECK (fresh > 0), g int GENERATED ALWAYS AS (fresh::int + 1) STORED);
CREATE VIEW v AS SELECT fresh FROM t;
CREATE INDEX ti ON t (fresh);

