CREATE TABLE a (id int PRIMARY KEY, x int, twice int GENERATED ALWAYS AS (x * 2) STORED);
