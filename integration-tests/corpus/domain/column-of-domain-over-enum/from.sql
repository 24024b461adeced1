CREATE TYPE mood AS ENUM ('calm', 'cross');
CREATE DOMAIN shown_mood AS mood CHECK (VALUE <> 'cross');
CREATE TABLE entries (id integer PRIMARY KEY, shown timestamptz DEFAULT now());
