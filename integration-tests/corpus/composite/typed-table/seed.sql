INSERT INTO typed VALUES (1, 'x');
