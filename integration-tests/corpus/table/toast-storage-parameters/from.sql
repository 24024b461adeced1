CREATE TABLE wide (id int, body text) WITH (toast.autovacuum_enabled = false);
