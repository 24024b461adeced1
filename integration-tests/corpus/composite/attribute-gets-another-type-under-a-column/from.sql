CREATE TYPE addr AS (street text, zip int);
CREATE TABLE p (id int, a addr);
