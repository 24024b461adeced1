CREATE TYPE e AS ENUM ('a','b','c');
CREATE TYPE r AS RANGE (SUBTYPE = e);
CREATE TABLE t (x r, y e);
