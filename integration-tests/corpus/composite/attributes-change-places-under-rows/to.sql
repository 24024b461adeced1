CREATE TYPE ab AS (b text, c int, a text);
CREATE TABLE t (id int, x ab, y ab);
