INSERT INTO archive VALUES (1, 1999, 'old');
