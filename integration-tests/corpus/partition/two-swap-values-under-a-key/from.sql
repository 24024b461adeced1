CREATE TABLE region (code text PRIMARY KEY, name text) PARTITION BY LIST (code);
CREATE TABLE region_1 PARTITION OF region FOR VALUES IN ('a', 'b');
CREATE TABLE region_2 PARTITION OF region FOR VALUES IN ('c', 'd');
CREATE TABLE shop (id int PRIMARY KEY, code text REFERENCES region ON DELETE CASCADE);
CREATE VIEW regions AS SELECT code FROM region;
