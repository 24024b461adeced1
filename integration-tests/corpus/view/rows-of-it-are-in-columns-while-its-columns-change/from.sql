CREATE TABLE base (a integer, b text);
CREATE VIEW shown AS SELECT a, b FROM base;
CREATE VIEW becomes_type AS SELECT a, b FROM base;
CREATE VIEW becomes_table AS SELECT a, b FROM base;
CREATE MATERIALIZED VIEW becomes_view AS SELECT a, b FROM base;
CREATE TYPE becomes_view_too AS (a integer, b text);
CREATE TABLE kept (
    id integer PRIMARY KEY,
    one shown,
    two becomes_type,
    three becomes_table[],
    four becomes_view,
    five becomes_view_too
);
