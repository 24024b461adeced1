CREATE TABLE t (id int, x int);
CREATE VIEW v AS SELECT id, x FROM t;
CREATE VIEW plain AS SELECT id FROM t;
COMMENT ON VIEW v IS 'it''s all';
COMMENT ON COLUMN v.id IS 'an id';
COMMENT ON VIEW plain IS 'plain';
