-- rows: SELECT nextval('t_id_seq') => 41
CREATE TABLE t (id bigserial NOT NULL);
COMMENT ON SEQUENCE t_id_seq IS 'y';
