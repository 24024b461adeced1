INSERT INTO sale VALUES ('north', 1);
