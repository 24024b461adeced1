-- rename: mood.ok=mood.fine
-- rows: SELECT string_agg(m::text, ',' ORDER BY id) FROM t => fine,happy
CREATE TYPE mood AS ENUM ('fine', 'happy');
CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT 'fine');
