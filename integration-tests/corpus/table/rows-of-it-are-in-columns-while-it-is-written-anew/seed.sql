INSERT INTO becomes_logged VALUES (1);
INSERT INTO gets_a_number VALUES (1);
INSERT INTO holder (id, one) VALUES (1, ROW(2)), (2, NULL);
