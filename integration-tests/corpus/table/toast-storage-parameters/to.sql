CREATE TABLE wide (id int, body text) WITH (toast.autovacuum_vacuum_threshold = 500);
