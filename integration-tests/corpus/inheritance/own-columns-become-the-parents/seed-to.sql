INSERT INTO orders (id, created, amount) VALUES (1, '2021-01-01', 150), (2, '2022-02-02', 20);
INSERT INTO plain (note, other) VALUES ('one', 1), ('two', 2);
