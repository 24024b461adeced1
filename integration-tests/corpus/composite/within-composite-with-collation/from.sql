CREATE TYPE part AS (name text);
CREATE TYPE whole AS (first part, parts part[]);
