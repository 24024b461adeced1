CREATE TABLE vehicle (id integer, wheels integer);
CREATE TABLE car (doors integer) INHERITS (vehicle);
