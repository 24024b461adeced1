INSERT INTO middle VALUES (1, ROW(1, 'good')), (2, ROW(NULL, NULL));
INSERT INTO outer_one SELECT id, middle FROM middle;
