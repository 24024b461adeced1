CREATE TABLE t (id int NOT NULL);
CREATE TABLE u (id int);
CREATE INDEX thing ON u (id);
