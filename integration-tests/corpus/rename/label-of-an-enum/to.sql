-- rename: mood.it's ok=mood.fine
-- rename: mood.sad=mood.low
-- rows: SELECT string_agg(m::text || l::text, ',' ORDER BY id) FROM t => fine{low,happy},happy{}
CREATE TYPE mood AS ENUM ('low', 'fine', 'happy', 'great');
CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT 'fine' CHECK (m <> 'low'), l mood[] DEFAULT '{low,happy}');
CREATE INDEX t_ok ON t (id) WHERE m = 'fine';
CREATE VIEW v AS SELECT id FROM t WHERE m = 'happy';
