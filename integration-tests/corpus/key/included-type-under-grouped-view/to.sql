CREATE TABLE item (id integer, name text, size integer, CONSTRAINT item_pkey PRIMARY KEY (id) INCLUDE (size));
CREATE VIEW item_names AS SELECT id, name FROM item GROUP BY id;
