INSERT INTO c (x, y, z) VALUES (1, 2, 3); INSERT INTO d (x, y, z) VALUES (4, 5, 6);
