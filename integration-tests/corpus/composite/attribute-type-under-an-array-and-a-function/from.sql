CREATE TYPE addr AS (street text, zip int);
CREATE FUNCTION fa(x addr) RETURNS int LANGUAGE sql AS 'SELECT (x).zip';
CREATE TABLE p (id int, a addr[]);
