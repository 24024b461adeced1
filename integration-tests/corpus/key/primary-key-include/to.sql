CREATE TABLE t (id int, x int, CONSTRAINT t_pkey PRIMARY KEY (id) INCLUDE (x));
