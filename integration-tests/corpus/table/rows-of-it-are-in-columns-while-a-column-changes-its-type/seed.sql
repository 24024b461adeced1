INSERT INTO account VALUES (1, ROW(7, 'with, comma'), ARRAY[ROW(1, 'one')::item, ROW(2, NULL)::item], ROW(ROW(3, 'three "quoted"'), 4), ROW(5, ''));
INSERT INTO account VALUES (2, DEFAULT, NULL, NULL, NULL);
INSERT INTO below VALUES (3, ROW(9, 'below'), '{}', ROW(NULL, 1), NULL);
INSERT INTO book SELECT id, account FROM account;
INSERT INTO parts VALUES (1, ROW(8, '(brackets)'));
INSERT INTO item VALUES (1, 'own');
