INSERT INTO car VALUES (1, 4, 'x', 5);
INSERT INTO cabrio VALUES (2, 4, 'x', 2, 'soft');
