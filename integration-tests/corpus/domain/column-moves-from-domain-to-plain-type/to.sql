CREATE DOMAIN e AS text CHECK (VALUE <> '');
CREATE TABLE t (x int, y e);
