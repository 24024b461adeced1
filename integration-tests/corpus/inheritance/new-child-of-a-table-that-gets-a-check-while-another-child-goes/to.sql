CREATE TABLE parcel (weight integer, sender text, CONSTRAINT weighs CHECK (weight > 0));
CREATE TABLE booklet (pages integer PRIMARY KEY) INHERITS (parcel);
CREATE VIEW pages AS SELECT pages FROM booklet;
CREATE TABLE box (height integer) INHERITS (parcel);
