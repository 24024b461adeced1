CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TABLE a.t (id int, x int);
CREATE TABLE b.t (id int, x int);
CREATE VIEW a.v AS SELECT id FROM a.t;
CREATE VIEW b.v AS SELECT id FROM a.v;
