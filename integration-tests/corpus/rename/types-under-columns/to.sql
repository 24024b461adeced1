-- rename: mood=feeling
-- rename: place=address
-- rename: positive=natural
-- rows: SELECT m::text || (p).street || n || l[1] FROM t => sadroad3happy
CREATE TYPE feeling AS ENUM ('sad', 'happy');
CREATE TYPE address AS (street text, zip int);
CREATE DOMAIN "natural" AS int CONSTRAINT positive_check CHECK (VALUE > 0);
CREATE TABLE t (id int PRIMARY KEY, m feeling DEFAULT 'sad', p address, n "natural", l feeling[]);
CREATE FUNCTION grin(m feeling) RETURNS feeling LANGUAGE sql AS $$SELECT m$$;
