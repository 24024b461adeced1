-- major: 18+
CREATE TABLE p (a int, b int, c int);
ALTER TABLE p ADD CONSTRAINT b_there NOT NULL b NOT VALID;
CREATE TABLE c () INHERITS (p);
CREATE TABLE alone (a int, b int, c int);
ALTER TABLE alone ADD NOT NULL c NOT VALID;
