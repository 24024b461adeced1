CREATE TABLE people (id integer PRIMARY KEY, name text, born date, city text);
CREATE TABLE pets (id integer, name text, owner integer);
CREATE VIEW shared AS SELECT p.key, p.called, pets.owner FROM people AS p (key, called, born, city) JOIN pets ON pets.id = p.key;
CREATE VIEW living AS SELECT p.called, p.town FROM people AS p (key, called, born, town) WHERE p.key > 3;
