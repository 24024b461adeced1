CREATE TABLE t (a int, b int, c text);
CREATE STATISTICS one (dependencies) ON a, b FROM t;
CREATE STATISTICS two ON a, b FROM t;
COMMENT ON STATISTICS one IS 'one';
