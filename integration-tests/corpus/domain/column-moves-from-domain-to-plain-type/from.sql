CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE TABLE t (x d, y text);
