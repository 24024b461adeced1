CREATE TABLE vehicle (id int, wheels int);
CREATE TABLE car (id int, wheels int, doors int);
CREATE TABLE bus (id int, wheels int, seats int) INHERITS (vehicle);
