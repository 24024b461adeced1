CREATE TYPE addr AS (street text, zip bigint);
CREATE FUNCTION fa(x addr) RETURNS bigint LANGUAGE sql AS 'SELECT (x).zip';
CREATE TABLE p (id int, a addr[]);
