-- rows: SELECT count(*) FROM region => 4
-- rows: SELECT count(*) FROM shop => 2
CREATE TABLE region (code text PRIMARY KEY, name text) PARTITION BY LIST (code);
CREATE TABLE region_1 PARTITION OF region FOR VALUES IN ('a', 'c');
CREATE TABLE region_2 PARTITION OF region FOR VALUES IN ('b', 'd');
CREATE TABLE shop (id int PRIMARY KEY, code text REFERENCES region ON DELETE CASCADE);
CREATE VIEW regions AS SELECT code FROM region;
