CREATE SCHEMA old;
CREATE TYPE old.e AS ENUM ('a');
CREATE TABLE old.t (a old.e PRIMARY KEY, s serial);
CREATE VIEW old.v AS SELECT a FROM old.t;
CREATE FUNCTION old.f(old.e) RETURNS old.e LANGUAGE sql AS 'SELECT $1';
CREATE TABLE u (x old.e REFERENCES old.t);
