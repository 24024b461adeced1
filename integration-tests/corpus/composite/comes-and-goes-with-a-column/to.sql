CREATE TYPE address AS (street text, zip varchar(5));
CREATE TABLE t (id int, home address);
