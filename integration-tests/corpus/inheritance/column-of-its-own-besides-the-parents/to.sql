CREATE TABLE p(id bigint PRIMARY KEY, v text NOT NULL DEFAULT 'b', w int);
CREATE TABLE c1(x int, w int) INHERITS (p); CREATE TABLE c2(y int) INHERITS (p);
CREATE INDEX c1_v ON c1(v); CREATE VIEW pv AS SELECT tableoid::regclass AS t, * FROM p;
