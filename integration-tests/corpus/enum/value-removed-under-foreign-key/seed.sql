INSERT INTO shirt VALUES ('small', 'red');
INSERT INTO stock VALUES ('small', 'red');
