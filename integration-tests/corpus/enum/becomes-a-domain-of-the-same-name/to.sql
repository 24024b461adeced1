CREATE DOMAIN lvl AS text DEFAULT 'lo' CHECK (VALUE IN ('lo','hi','mid'));
CREATE TABLE t(id int PRIMARY KEY, l lvl DEFAULT 'lo' NOT NULL, ls lvl[] DEFAULT '{lo}', CHECK (l = 'lo' OR id > 0));
CREATE INDEX ti ON t(l) WHERE l = 'hi';
CREATE VIEW v AS SELECT l FROM t WHERE 'hi' = ANY (ls);
CREATE FUNCTION f(x lvl DEFAULT 'lo') RETURNS SETOF lvl LANGUAGE sql AS 'SELECT $1';
COMMENT ON DOMAIN lvl IS 'y';
