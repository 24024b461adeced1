CREATE TABLE t (a int CONSTRAINT positive CHECK (a > 1));
COMMENT ON CONSTRAINT positive ON t IS 'more than nothing';
