CREATE TABLE t (a int, b int);
COMMENT ON COLUMN t.a IS 'new';
COMMENT ON COLUMN t.b IS E'two\nlines with \\ backslash';
