INSERT INTO t VALUES (1, DEFAULT, DEFAULT), (2, 'happy', '{}');
