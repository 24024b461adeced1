CREATE TABLE t (a int, b int, c text);
CREATE STATISTICS one (dependencies, ndistinct) ON a, b FROM t;
CREATE STATISTICS two (mcv) ON a, b, c FROM t;
COMMENT ON STATISTICS one IS 'one';
