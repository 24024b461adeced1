INSERT INTO m SELECT n, CASE WHEN n < 5 THEN 'north' ELSE 'south' END, 'n' || n, n FROM generate_series(1, 19) n;
