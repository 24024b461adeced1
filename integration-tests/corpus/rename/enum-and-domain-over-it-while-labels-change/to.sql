-- rename: mood=feeling
-- rename: dm=dfeel
-- rows: SELECT m::text || d::text FROM t => ab
CREATE TYPE feeling AS ENUM ('a','b','c');
CREATE DOMAIN dfeel AS feeling DEFAULT 'b';
CREATE TABLE t (id int PRIMARY KEY, m feeling DEFAULT 'c', d dfeel, arr feeling[] DEFAULT '{c}');
CREATE FUNCTION f(m feeling) RETURNS dfeel LANGUAGE sql AS $$ SELECT m::dfeel $$;

