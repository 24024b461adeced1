INSERT INTO t VALUES (1, 'some words');
