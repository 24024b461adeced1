INSERT INTO t (id, h) VALUES (1, '[10:00,11:00)');
