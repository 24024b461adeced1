CREATE TYPE e AS ENUM ('1','2');
CREATE TYPE e2 AS ENUM ('1','2');
CREATE TABLE t (id uuid, x e, y int, z e, w e2[]);
