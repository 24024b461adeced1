CREATE TABLE t (id int, x int);
CREATE VIEW a AS SELECT id, x FROM t;
CREATE VIEW b AS SELECT id, x + 1 AS next FROM a;
COMMENT ON VIEW b IS 'b';
COMMENT ON COLUMN b.next IS 'the next';
