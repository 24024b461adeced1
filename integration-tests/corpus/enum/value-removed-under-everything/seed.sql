INSERT INTO t VALUES (1, 'ok'), (9, 'sad');
