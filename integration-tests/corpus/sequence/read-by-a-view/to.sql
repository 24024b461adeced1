CREATE TABLE t (a serial); CREATE SEQUENCE stays INCREMENT 5;
CREATE VIEW v AS SELECT last_value FROM t_a_seq;
CREATE VIEW w AS SELECT last_value FROM stays;
