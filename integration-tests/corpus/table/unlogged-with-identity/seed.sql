INSERT INTO job (what) VALUES ('one'), ('two');
