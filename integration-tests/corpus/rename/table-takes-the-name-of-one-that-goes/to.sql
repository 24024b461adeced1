-- rename: b=a
-- rows: SELECT y FROM a => w
-- rows: SELECT b FROM c => 1
CREATE TABLE a (id serial PRIMARY KEY, y text, a int);
CREATE VIEW va AS SELECT id FROM a;
CREATE TABLE c (b int REFERENCES a);
CREATE INDEX bi ON a (y);

