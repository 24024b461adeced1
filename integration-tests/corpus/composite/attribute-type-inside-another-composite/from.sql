CREATE TYPE inn AS (n int, m int);
CREATE TYPE outr AS (i inn, k text);
CREATE TABLE t (id int, x outr);
