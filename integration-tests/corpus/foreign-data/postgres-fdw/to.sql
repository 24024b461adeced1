CREATE EXTENSION postgres_fdw;
CREATE SERVER s FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'b', port '5432');
CREATE USER MAPPING FOR PUBLIC SERVER s OPTIONS ("user" 'u');
CREATE FOREIGN TABLE t (id int, x text OPTIONS (column_name 'y')) SERVER s OPTIONS (schema_name 'x', table_name 'y');
