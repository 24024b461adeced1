CREATE SEQUENCE one;
CREATE TABLE t (id bigint DEFAULT nextval('one'));
