CREATE TYPE row_type AS (k int, a text);
CREATE TABLE t (k int NOT NULL);
