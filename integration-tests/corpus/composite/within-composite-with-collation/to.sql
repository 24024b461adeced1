CREATE TYPE part AS (name text COLLATE "C", n numeric(5, 2));
CREATE TYPE whole AS (first part, parts part[], n int);
