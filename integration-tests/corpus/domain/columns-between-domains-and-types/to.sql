CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE DOMAIN dt AS text;
CREATE TABLE t (id bigint, x d, y d, z dt, w dt);
