CREATE TYPE row_type AS (k int, a text);
CREATE TABLE t OF row_type (k WITH OPTIONS NOT NULL) WITH (fillfactor = 70);
