CREATE TABLE t (a int, b int[]);
CREATE INDEX i1 ON t (a) WITH (deduplicate_items = off);
CREATE INDEX i2 ON t USING gin (b) WITH (gin_pending_list_limit = 256);
