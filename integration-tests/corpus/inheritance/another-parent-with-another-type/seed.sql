INSERT INTO chairs VALUES (1, 'a', 4);
INSERT INTO stools VALUES (2, 'b', 3);
