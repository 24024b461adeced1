INSERT INTO things (id, size) VALUES (1, 5);
