INSERT INTO vehicle VALUES (3, 1, 'tricycle');
INSERT INTO camper (wheels, load, beds) VALUES (4, 2, 2);
INSERT INTO alcove (wheels, load, beds) VALUES (6, 2, 4);
