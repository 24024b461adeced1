CREATE TABLE t (a int, b text);
CREATE STATISTICS one ON (a % 20) FROM t;
CREATE STATISTICS two (ndistinct) ON a, lower(b), (a + 1) FROM t;
