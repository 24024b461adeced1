CREATE TYPE e AS ENUM ('a', 'b', 'c');
CREATE DOMAIN d AS e CHECK (VALUE <> 'c');
CREATE TABLE t (id int PRIMARY KEY, d d, ds d[]);
