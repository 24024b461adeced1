CREATE TABLE t (id int, x int);
CREATE VIEW a AS SELECT id, x AS amount FROM t;
CREATE VIEW b AS SELECT id, amount + 1 AS next FROM a;
COMMENT ON VIEW b IS 'b';
COMMENT ON COLUMN b.next IS 'the next';
