CREATE DOMAIN weight AS integer CHECK (VALUE > 0);

CREATE TABLE vehicle (wheels integer, load weight, label text);
CREATE TABLE van (doors integer) INHERITS (vehicle);
CREATE TABLE camper (beds integer) INHERITS (van);
CREATE TABLE alcove (height integer) INHERITS (camper);
CREATE INDEX camper_wheels ON camper (wheels);
