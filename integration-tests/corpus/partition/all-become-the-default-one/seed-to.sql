INSERT INTO topic VALUES (1);
INSERT INTO post VALUES (1, 'EN', 1), (2, 'en', 1), (3, NULL, NULL);
