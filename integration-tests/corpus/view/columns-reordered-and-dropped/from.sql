CREATE TABLE t (id int, x int, y text, "Odd Name" date);
CREATE VIEW v AS SELECT id, x, y, "Odd Name" FROM t;
