CREATE TABLE animal (name text NOT NULL, legs int, CONSTRAINT few CHECK (legs < 100), CONSTRAINT own CHECK (legs > 0) NO INHERIT);
CREATE TABLE bird (wings int, CONSTRAINT two CHECK (wings = 2)) INHERITS (animal);
CREATE TABLE duck () INHERITS (bird);
CREATE TABLE fish () INHERITS (animal);
ALTER TABLE fish ALTER COLUMN legs SET NOT NULL;
