CREATE TABLE t (a text CHECK (a <> ''), b text CHECK (b IN ('x', 'y')));
