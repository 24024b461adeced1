INSERT INTO c (x, w, n, z) VALUES (1, 2, 3, 4);
