CREATE TYPE e AS ENUM ('a', 'b'); CREATE DOMAIN over_e AS e;
CREATE TYPE addr AS (street text, no int, extra int); CREATE DOMAIN over_addr AS addr;
CREATE TABLE t (x over_e, y over_addr);
