-- rename: m.v=m.word
-- rename: m.n=m.number
-- rows: SELECT string_agg(word || number, ',' ORDER BY id) FROM m => x3
CREATE TABLE m (id int NOT NULL, word text CONSTRAINT m_v_check CHECK (word <> ''), number int) PARTITION BY LIST (id);
CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1) PARTITION BY RANGE (number);
CREATE TABLE m1a PARTITION OF m1 FOR VALUES FROM (0) TO (10);
CREATE INDEX m_v ON m (word);
CREATE VIEW w AS SELECT word AS v FROM m1a;
