CREATE TYPE thing AS (id int, old text, size int);
CREATE TABLE things OF thing (PRIMARY KEY (id));
CREATE TABLE boxes (t thing);
