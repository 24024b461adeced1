CREATE TABLE vehicle (id int, wheels bigint NOT NULL DEFAULT 4, colour text);
CREATE TABLE car (doors int) INHERITS (vehicle);
CREATE TABLE cabrio (roof text) INHERITS (car);
