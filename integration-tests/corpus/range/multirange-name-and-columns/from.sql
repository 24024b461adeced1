CREATE TYPE span AS RANGE (SUBTYPE = int);
CREATE TABLE t (id int, s spanmultirange, i int4multirange);
