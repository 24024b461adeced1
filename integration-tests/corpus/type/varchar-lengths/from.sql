CREATE TABLE t (a varchar(10), b varchar(20), c varchar, d char(4), e text);
