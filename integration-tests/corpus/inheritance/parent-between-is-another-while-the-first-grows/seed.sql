INSERT INTO stools (id, legs) VALUES (1, 3);
