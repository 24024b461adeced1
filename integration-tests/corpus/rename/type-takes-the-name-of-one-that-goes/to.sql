-- rename: b=a
-- rows: SELECT b::text || a::text FROM t => zx
CREATE TYPE a AS ENUM ('x','y','z');
CREATE TABLE t (b a, a a DEFAULT 'z');
