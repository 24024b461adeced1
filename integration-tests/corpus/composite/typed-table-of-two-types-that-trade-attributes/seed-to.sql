INSERT INTO things (id) VALUES (1); INSERT INTO parts (x, y) VALUES (1, 5);
