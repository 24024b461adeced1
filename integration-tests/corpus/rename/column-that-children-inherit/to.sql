-- rename: p.v=p.word
-- rename: c.v=c.word
-- rows: SELECT string_agg(word, ',' ORDER BY id) FROM p => x,y
CREATE TABLE p (id int, word text);
CREATE TABLE c (word text, x bigint) INHERITS (p);
CREATE TABLE g () INHERITS (c);
