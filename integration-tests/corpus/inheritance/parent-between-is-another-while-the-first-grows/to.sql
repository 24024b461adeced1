CREATE TABLE things (id integer PRIMARY KEY, label text NOT NULL DEFAULT '', CONSTRAINT known CHECK (id > 0));
CREATE TABLE seats (legs integer, CHECK (label <> 'x') NO INHERIT) INHERITS (things);
CREATE INDEX ON seats (label);
CREATE TABLE stools () INHERITS (seats);
CREATE TABLE small_stools () INHERITS (stools);
CREATE VIEW labels AS SELECT label FROM seats;
