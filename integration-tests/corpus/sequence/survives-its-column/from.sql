CREATE SEQUENCE s;
CREATE TABLE t (a bigint DEFAULT nextval('s'), b bigint DEFAULT nextval('s'));
ALTER SEQUENCE s OWNED BY t.a;
