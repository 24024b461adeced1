INSERT INTO stools (id, label, legs) VALUES (1, 'low', 3);
