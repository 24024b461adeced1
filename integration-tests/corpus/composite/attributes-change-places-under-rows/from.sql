CREATE TYPE ab AS (a text, b text);
CREATE TABLE t (id int, x ab, y ab);
