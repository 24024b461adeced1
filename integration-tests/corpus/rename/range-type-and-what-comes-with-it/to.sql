-- rename: fr=s.fr
-- rename: named=called
-- rows: SELECT lower(r) + upper(n) FROM t => 3
CREATE SCHEMA s;
CREATE TYPE s.fr AS RANGE (SUBTYPE = float8);
CREATE TYPE called AS RANGE (SUBTYPE = float8, MULTIRANGE_TYPE_NAME = many);
CREATE TABLE t (id int PRIMARY KEY, r s.fr DEFAULT s.fr(1, 2), n called DEFAULT called(1, 2), m many DEFAULT many());
