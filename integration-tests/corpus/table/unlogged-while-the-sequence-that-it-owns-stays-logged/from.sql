CREATE SEQUENCE kept;
CREATE TABLE t (id bigserial, n bigint DEFAULT nextval('kept'));
ALTER SEQUENCE kept OWNED BY t.n;
