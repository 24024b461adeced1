CREATE TYPE a AS (x bigint, z text);
CREATE DOMAIN over_a AS a;
CREATE TABLE u (r a[], s over_a);
