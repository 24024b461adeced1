CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE DOMAIN dt AS text;
CREATE TABLE t (id d, x int, y dt, z text, w d);
