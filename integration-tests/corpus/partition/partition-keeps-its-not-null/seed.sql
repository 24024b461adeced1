INSERT INTO m SELECT n, 'n' || n FROM generate_series(1, 19) n;
