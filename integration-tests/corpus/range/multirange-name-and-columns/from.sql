CREATE TYPE span AS RANGE (SUBTYPE = int);
CREATE TABLE t (id int, s span_multirange, i int4multirange);
