CREATE TABLE a (id int) WITH (parallel_workers = 2, fillfactor = 80, autovacuum_enabled = false);
CREATE TABLE b (id int) WITH (fillfactor = 60, autovacuum_enabled = false);
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (host 'h', port '1', dbname 'd');
