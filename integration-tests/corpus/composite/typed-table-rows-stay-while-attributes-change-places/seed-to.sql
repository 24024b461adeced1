INSERT INTO things (id, name, size) VALUES (1, 'a', 5); INSERT INTO others (id) VALUES (7);
