CREATE TYPE addr AS (street text, zip text, city text);
CREATE TABLE p (id int, a addr);
