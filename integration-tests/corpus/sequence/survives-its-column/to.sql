CREATE SEQUENCE s;
CREATE TABLE t (b bigint DEFAULT nextval('s'));
