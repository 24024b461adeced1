CREATE TABLE t (a int);
CREATE INDEX i ON t ((a + 2));
COMMENT ON INDEX i IS 'new';
