INSERT INTO users VALUES (1, 'ann', NULL), (2, 'bob', 1);
