CREATE TABLE t (id int PRIMARY KEY, u int UNIQUE);
COMMENT ON INDEX t_pkey IS 'the index';
COMMENT ON CONSTRAINT t_pkey ON t IS 'the key';
