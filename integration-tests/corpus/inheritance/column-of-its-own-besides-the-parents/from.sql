CREATE TABLE p(id int PRIMARY KEY, v varchar(10) NOT NULL DEFAULT 'a');
CREATE TABLE c1(x int) INHERITS (p); CREATE TABLE c2(y int) INHERITS (p);
CREATE INDEX c1_v ON c1(v); CREATE VIEW pv AS SELECT tableoid::regclass AS t, * FROM p;
