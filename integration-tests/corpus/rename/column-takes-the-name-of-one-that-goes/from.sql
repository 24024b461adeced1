CREATE TABLE t (id int PRIMARY KEY, old int, fresh text UNIQUE DEFAULT 'x', CHECK (fresh <> ''), g text GENERATED ALWAYS AS (fresh || 'a') STORED);
CREATE VIEW v AS SELECT fresh, old FROM t;
CREATE INDEX ti ON t (fresh);
