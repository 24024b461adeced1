CREATE TABLE t (id int, v text) WITH (fillfactor = 70, toast.autovacuum_enabled = false);
