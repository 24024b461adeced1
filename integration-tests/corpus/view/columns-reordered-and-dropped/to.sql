CREATE TABLE t (id int, x int, y text, "Odd Name" date);
CREATE VIEW v AS SELECT "Odd Name", y, id FROM t;
