CREATE DOMAIN d AS int CONSTRAINT low CHECK (VALUE > 1);
CREATE TABLE t (id int, list d[]);
