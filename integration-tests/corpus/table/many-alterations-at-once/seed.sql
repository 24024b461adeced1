INSERT INTO person (id, first, last, born, height) SELECT i, 'f' || i, 'l' || i, '2000-01-01', 1.7 FROM generate_series(1, 10) i;
