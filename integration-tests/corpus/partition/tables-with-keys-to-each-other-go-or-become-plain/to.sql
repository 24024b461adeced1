CREATE TABLE tree (id integer PRIMARY KEY, above integer REFERENCES tree);
CREATE TABLE leaf (tree integer REFERENCES tree) PARTITION BY RANGE (tree);
CREATE TABLE leaf_rest PARTITION OF leaf DEFAULT;
