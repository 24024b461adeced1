-- rename: side.left=side.right
-- rename: side.right=side.left
-- rows: SELECT string_agg(s::text, ',' ORDER BY id) FROM t => right,left
CREATE TYPE side AS ENUM ('right', 'left');
CREATE TABLE t (id int PRIMARY KEY, s side);
