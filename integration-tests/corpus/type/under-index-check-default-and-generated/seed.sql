INSERT INTO t (id, amount) VALUES (1, 60), (2, 3);
