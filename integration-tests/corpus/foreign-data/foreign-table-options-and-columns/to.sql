CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER s FOREIGN DATA WRAPPER w;
CREATE FOREIGN TABLE t (id int OPTIONS (name 'Id', kind 'key'), x varchar(20) OPTIONS (name 'X') DEFAULT 'x', y int CHECK (y > 0)) SERVER s OPTIONS (tablename 'b');
COMMENT ON COLUMN t.y IS 'y';
