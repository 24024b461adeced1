CREATE TABLE t (id int, x text);
ALTER TABLE t ALTER COLUMN id SET (n_distinct = -0.5, n_distinct_inherited = 10);
ALTER TABLE t ALTER COLUMN x SET (n_distinct = 100);
