INSERT INTO base VALUES (1, 'base');
INSERT INTO kept VALUES (1, ROW(1, 'one'), ROW(2, NULL), ARRAY[ROW(3, 'a b')::becomes_table], ROW(4, ''), ROW(5, '"'));
INSERT INTO kept (id) VALUES (2);
