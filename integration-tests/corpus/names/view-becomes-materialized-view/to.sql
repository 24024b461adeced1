CREATE TABLE base (id int, x text);
CREATE MATERIALIZED VIEW thing AS SELECT id, x FROM base;
CREATE VIEW on_top AS SELECT id FROM thing;
CREATE UNIQUE INDEX thing_id ON thing (id);
