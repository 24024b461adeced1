INSERT INTO child VALUES (1, 'kept', 2);
