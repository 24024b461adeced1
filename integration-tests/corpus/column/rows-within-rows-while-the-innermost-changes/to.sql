CREATE TYPE mood AS ENUM ('good', 'bad');
CREATE TABLE inner_one (a bigint, m mood);
CREATE TABLE middle (
    id integer PRIMARY KEY,
    held inner_one NOT NULL
);
CREATE INDEX middle_held ON middle (held);
CREATE TABLE outer_one (
    id integer,
    held middle,
    computed middle GENERATED ALWAYS AS (held) STORED
);
CREATE FUNCTION a_of(inner_one) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a::bigint';
CREATE INDEX middle_a ON middle (a_of(held));
CREATE VIEW shown AS SELECT (held).held FROM outer_one;
