CREATE TABLE node (
    id integer DEFAULT 7,
    parent integer,
    CONSTRAINT node_pkey PRIMARY KEY (id)
);
ALTER TABLE node ADD CONSTRAINT node_id_key UNIQUE (id);
ALTER TABLE node ADD CONSTRAINT node_parent_fkey FOREIGN KEY (parent) REFERENCES node (id) DEFERRABLE INITIALLY DEFERRED;
