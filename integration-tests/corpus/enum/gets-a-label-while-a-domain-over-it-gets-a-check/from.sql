CREATE TYPE e AS ENUM ('a', 'b');
CREATE DOMAIN d AS e CHECK (VALUE <> 'a');
CREATE TABLE t (id int PRIMARY KEY, d d, ds d[]);
