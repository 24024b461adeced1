CREATE TABLE t (a text, b varchar(9), c int);
CREATE INDEX i1 ON t (a);
CREATE INDEX i2 ON t USING brin (c int4_minmax_multi_ops (values_per_range = 16));
