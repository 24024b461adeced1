-- rows: SELECT called FROM living => Ada
CREATE TABLE people (id integer PRIMARY KEY, title text, born date, name text);
CREATE TABLE pets (id integer, name text, owner integer);
CREATE VIEW shared AS SELECT p.key, p.called, pets.owner FROM people AS p (key, called, born, name) JOIN pets ON pets.id = p.key;
CREATE VIEW living AS SELECT p.called, p.town FROM people AS p (key, town, born, called) WHERE p.key > 3;
