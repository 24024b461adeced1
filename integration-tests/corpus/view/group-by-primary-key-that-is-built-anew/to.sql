CREATE TABLE t (id int CONSTRAINT t_other_key PRIMARY KEY, x int, y int NOT NULL DEFAULT 0, CONSTRAINT t_y UNIQUE (y, id));
CREATE VIEW v AS SELECT id, x, count(*) AS n FROM t GROUP BY id;
