-- rename: t=u
-- rename: t.a=u.z
-- rename: t.c=u.e
-- rows: SELECT z + e FROM u => 4
CREATE TABLE u (z int NOT NULL, b int CONSTRAINT b_there NOT NULL, e int CONSTRAINT e_known NOT NULL, d int NOT NULL);
