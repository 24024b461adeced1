CREATE TABLE base (a bigint, b text);
CREATE VIEW shown AS SELECT a, b FROM base;
CREATE TYPE becomes_type AS (a integer, b text);
CREATE TABLE becomes_table (a integer, b text);
CREATE VIEW becomes_view AS SELECT a, b FROM base;
CREATE VIEW becomes_view_too AS SELECT a, b FROM base;
CREATE TABLE kept (
    id integer PRIMARY KEY,
    one shown,
    two becomes_type,
    three becomes_table[],
    four becomes_view,
    five becomes_view_too
);
