CREATE TABLE a (id int) WITH (autovacuum_enabled = false, fillfactor = 70);
CREATE TABLE b (id int);
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w OPTIONS (host 'h');
