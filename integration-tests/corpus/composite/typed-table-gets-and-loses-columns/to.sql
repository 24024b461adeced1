CREATE TYPE thing AS (id bigint, size int, weight numeric, label varchar(10));
CREATE TABLE things OF thing (PRIMARY KEY (id), weight WITH OPTIONS DEFAULT 3 CHECK (weight > 0));
CREATE TABLE boxes (t thing);
