CREATE TABLE vehicle (id int, wheels int, old text);
CREATE TABLE car (doors int) INHERITS (vehicle);
CREATE TABLE cabrio (roof text) INHERITS (car);
