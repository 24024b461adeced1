CREATE DOMAIN d AS int CONSTRAINT low CHECK (VALUE > 0);
CREATE TABLE t (id int, list d[]);
