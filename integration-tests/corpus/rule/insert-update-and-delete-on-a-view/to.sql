CREATE TABLE t (id int, x int);
CREATE VIEW v AS SELECT id, x FROM t;
CREATE RULE put AS ON INSERT TO v DO INSTEAD INSERT INTO t VALUES (new.id, new.x) RETURNING t.id, t.x;
CREATE RULE change AS ON UPDATE TO v WHERE new.x > 0 DO INSTEAD UPDATE t SET x = new.x WHERE id = old.id;
COMMENT ON RULE put ON v IS 'puts';
