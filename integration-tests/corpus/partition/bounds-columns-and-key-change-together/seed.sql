INSERT INTO reading (sensor, note) VALUES (1, 'x'), (2, NULL);
