CREATE TYPE e AS ENUM ('1','2');
CREATE TABLE t (id int, x int, y e, z text, w e[]);
