CREATE TABLE m (k int NOT NULL, word text DEFAULT 'some') PARTITION BY LIST (k);
CREATE TABLE m1 (k int NOT NULL, word text);
CREATE TABLE m2 PARTITION OF m FOR VALUES IN (2, 3);
-- rename: m.v=m.word
-- rows: SELECT string_agg(word, ',') FROM m1 => one
