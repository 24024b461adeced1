CREATE TABLE t (id int, x int);
CREATE VIEW v AS SELECT x, id FROM t;
CREATE RULE put AS ON INSERT TO v DO INSTEAD INSERT INTO t (id, x) VALUES (new.id, new.x);
