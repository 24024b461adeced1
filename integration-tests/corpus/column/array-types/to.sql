CREATE TABLE t (a bigint[], b varchar(10)[], c numeric(6, 2)[]);
