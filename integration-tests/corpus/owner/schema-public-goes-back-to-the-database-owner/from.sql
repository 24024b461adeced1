ALTER SCHEMA public OWNER TO pg_read_all_data;
CREATE TABLE t (id int);
