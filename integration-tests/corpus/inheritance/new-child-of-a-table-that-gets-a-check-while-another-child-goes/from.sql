CREATE TABLE parcel (weight integer);
CREATE TABLE letter (pages integer) INHERITS (parcel);
CREATE VIEW pages AS SELECT pages FROM letter;
CREATE TABLE box (height integer);
