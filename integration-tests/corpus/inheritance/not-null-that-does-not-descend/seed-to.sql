INSERT INTO p VALUES (1, 2, 3, 4, 5, 6);
INSERT INTO c (a, b, c, d, e, x) VALUES (1, 2, 3, 4, 5, 6);
INSERT INTO g (a, b, c, d, e, x) VALUES (1, 2, 3, 4, 5, 6);
