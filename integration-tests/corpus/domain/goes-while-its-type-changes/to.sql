CREATE TYPE e AS ENUM ('b', 'a');
CREATE TYPE addr AS (street text, no int); CREATE DOMAIN another AS addr;
CREATE TABLE t (x e, y another);
