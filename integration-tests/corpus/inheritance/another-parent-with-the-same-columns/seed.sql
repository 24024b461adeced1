INSERT INTO things VALUES (1, 'a', 2);
INSERT INTO chairs VALUES (2, 'b', 3, 4);
INSERT INTO stools VALUES (3, 'c', 3, 4, true);
