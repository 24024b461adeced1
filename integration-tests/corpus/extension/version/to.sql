-- forwards only: an extension has no way back to an older version
CREATE TABLE t (id int);
CREATE EXTENSION pg_trgm;
