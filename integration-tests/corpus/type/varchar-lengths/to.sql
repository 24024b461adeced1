CREATE TABLE t (a varchar(20), b varchar(10), c varchar(5), d varchar(4), e varchar(50));
