INSERT INTO note VALUES (1, NULL, 3, 4, 'x'), (2, 1, 4, 5, 'y'); INSERT INTO "a "" ALTER COLUMN b" VALUES (1, 2); INSERT INTO child VALUES (1, 2, 3);
