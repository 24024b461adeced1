-- rename: t=former
-- rows: SELECT id FROM former => 1
CREATE TABLE former (id int GENERATED ALWAYS AS IDENTITY);
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY);
CREATE TABLE u (id int);
CREATE SEQUENCE numbers;
