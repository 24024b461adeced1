CREATE TABLE vehicle (id int, wheels int);
CREATE TABLE car (id int, wheels int, doors int) INHERITS (vehicle);
CREATE TABLE bus (id int, wheels int, seats int);
