CREATE TABLE animal (name text, legs int);
CREATE TABLE bird (wings int) INHERITS (animal);
CREATE TABLE duck () INHERITS (bird);
CREATE TABLE fish () INHERITS (animal);
