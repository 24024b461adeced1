-- major: 18+
CREATE TABLE t (id int, x int, a int GENERATED ALWAYS AS (id + 1) STORED, b int GENERATED ALWAYS AS (x * 2) VIRTUAL);
