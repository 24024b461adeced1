CREATE TABLE t (id int, x bigint);
CREATE VIEW a AS SELECT id, x FROM t;
CREATE VIEW b AS SELECT id, x FROM a;
CREATE VIEW c AS SELECT b.id, a.x FROM b JOIN a ON a.id = b.id;
