CREATE TABLE t (id int, x int, at timestamptz);
CREATE VIEW v AS SELECT id, x FROM t UNION ALL SELECT id, -x FROM t;
CREATE VIEW w AS SELECT id, row_number() OVER (ORDER BY at) AS n FROM t;
