CREATE TABLE vehicle (wheels bigint, load bigint, label text);
CREATE TABLE lorry () INHERITS (vehicle);
CREATE TABLE camper (beds integer) INHERITS (lorry);
CREATE TABLE alcove (height integer) INHERITS (camper);
CREATE INDEX camper_wheels ON camper (wheels);

-- rows: SELECT sum(wheels) || ' ' || count(*) FROM camper => 10 2
