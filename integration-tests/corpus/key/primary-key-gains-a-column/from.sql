CREATE TABLE t (tenant int NOT NULL, id int PRIMARY KEY);
