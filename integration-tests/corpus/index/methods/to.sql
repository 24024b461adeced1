CREATE TABLE t (a int, b text, c int[], d tsrange, e jsonb, f timestamp);
CREATE INDEX i_btree ON t (a);
CREATE INDEX i_hash ON t USING hash (b);
CREATE INDEX i_gin ON t USING gin (c);
CREATE INDEX i_gin_json ON t USING gin (e jsonb_path_ops);
CREATE INDEX i_gist ON t USING gist (d);
CREATE INDEX i_spgist ON t USING spgist (b);
CREATE INDEX i_brin ON t USING brin (f) WITH (pages_per_range = 16);
