CREATE TABLE x (a int);
CREATE VIEW t AS SELECT a AS id, 'x'::text AS v FROM x;
