CREATE TABLE t (a int, b text);
CREATE STATISTICS one ON (a % 10) FROM t;
CREATE STATISTICS two ON a, lower(b) FROM t;
