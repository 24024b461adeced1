CREATE TABLE t (id int);
COMMENT ON TABLE t IS '';
COMMENT ON SCHEMA public IS 'ours now';
