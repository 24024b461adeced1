CREATE TABLE t (id int PRIMARY KEY, a bigint, twice numeric(12,2));
