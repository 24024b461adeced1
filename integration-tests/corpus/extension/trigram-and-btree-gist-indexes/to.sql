CREATE EXTENSION pg_trgm;
CREATE EXTENSION btree_gist;
CREATE TABLE t (id int, name text, room int, during tstzrange, CONSTRAINT free EXCLUDE USING gist (room WITH =, during WITH &&));
CREATE INDEX t_name ON t USING gin (name gin_trgm_ops);
CREATE INDEX t_gist ON t USING gist (name gist_trgm_ops (siglen = 64));
