CREATE TABLE t (a int, b int[]);
CREATE INDEX i1 ON t (a) WITH (fillfactor = 70);
CREATE INDEX i2 ON t USING gin (b) WITH (fastupdate = off);
