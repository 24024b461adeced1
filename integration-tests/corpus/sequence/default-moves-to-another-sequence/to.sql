CREATE SEQUENCE two;
CREATE TABLE t (id bigint DEFAULT nextval('two'));
