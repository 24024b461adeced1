CREATE EXTENSION postgres_fdw;
CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'a');
CREATE FOREIGN TABLE t (id int) SERVER s OPTIONS (schema_name 'x');
