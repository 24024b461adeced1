CREATE TABLE t (tenant int, id int, PRIMARY KEY (tenant, id));
