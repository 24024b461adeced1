CREATE TABLE things (id integer, label text DEFAULT '');
CREATE TABLE seats (CHECK (label <> 'x')) INHERITS (things);
ALTER TABLE seats ALTER label SET DEFAULT 'k';
CREATE TABLE benches (legs integer, CHECK (label <> '')) INHERITS (seats);
CREATE INDEX ON seats (label);
