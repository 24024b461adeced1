CREATE TABLE a (x bigint);
CREATE TYPE c AS (m a);
CREATE DOMAIN d AS a;
CREATE TABLE w (n c, o d[]);
