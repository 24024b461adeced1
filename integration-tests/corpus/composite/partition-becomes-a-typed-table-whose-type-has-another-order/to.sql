CREATE TYPE row_type AS (a text, k int);
CREATE TABLE p1 OF row_type (k WITH OPTIONS NOT NULL);
