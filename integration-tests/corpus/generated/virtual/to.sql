CREATE TABLE t (id int, x int, a int GENERATED ALWAYS AS (id + 1) VIRTUAL, b int GENERATED ALWAYS AS (x * 3) VIRTUAL, c text GENERATED ALWAYS AS (x::text || 'c'));
