INSERT INTO keep SELECT i, 'note ' || i FROM generate_series(1, 20) i;
INSERT INTO leave VALUES (1, 'gone');
