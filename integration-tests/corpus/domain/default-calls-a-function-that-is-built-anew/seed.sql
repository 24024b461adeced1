INSERT INTO u (id) VALUES (1), (2);
