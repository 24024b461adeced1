INSERT INTO t VALUES (1, 'left'), (2, 'right');
