INSERT INTO reading VALUES (1, 2), (3, 4);
INSERT INTO sample VALUES (1, 2), (3, 4);
