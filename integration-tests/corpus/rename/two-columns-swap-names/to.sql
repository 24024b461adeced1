-- rename: t.a=t.b
-- rename: t.b=t.a
-- rows: SELECT string_agg(b || a, ',' ORDER BY id) FROM t => xy
CREATE TABLE t (id int PRIMARY KEY, b text, a text);
