CREATE TABLE t (a varchar(9) CHECK (a <> ''), b varchar(3) CHECK (b IN ('x', 'y')));
