CREATE TABLE t (id int, x text);
ALTER TABLE t ALTER COLUMN id SET (n_distinct = 5);
