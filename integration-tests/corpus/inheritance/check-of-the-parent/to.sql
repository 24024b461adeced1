CREATE TABLE vehicle (id integer, wheels integer, CONSTRAINT wheels_known CHECK (wheels > 0));
CREATE TABLE car (doors integer) INHERITS (vehicle);
CREATE TABLE bus (seats integer) INHERITS (vehicle);
