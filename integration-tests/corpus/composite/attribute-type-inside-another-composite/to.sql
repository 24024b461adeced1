CREATE TYPE inn AS (n bigint, m text);
CREATE TYPE outr AS (i inn, k text);
CREATE TABLE t (id int, x outr);
