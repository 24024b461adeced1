INSERT INTO sale VALUES ('north', 1, 2.5), ('south', 1, 3);
