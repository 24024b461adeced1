CREATE TABLE t (a int, b int);
COMMENT ON COLUMN t.a IS 'old';
COMMENT ON TABLE t IS 'table''s own';
