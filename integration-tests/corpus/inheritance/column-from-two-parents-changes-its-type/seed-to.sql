INSERT INTO d (x, y, z) VALUES (1, 'a', 2);
