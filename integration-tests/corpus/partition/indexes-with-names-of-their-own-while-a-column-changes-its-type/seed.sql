INSERT INTO events VALUES (1, 2, 'n');
INSERT INTO about VALUES (1, 2);
