CREATE TABLE t (id int PRIMARY KEY, a varchar(5), b varchar(9), n numeric, k bigint);
