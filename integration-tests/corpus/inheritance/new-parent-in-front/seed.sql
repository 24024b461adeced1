INSERT INTO c (y, z) VALUES (1, 2);
