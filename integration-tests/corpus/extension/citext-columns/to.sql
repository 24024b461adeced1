CREATE EXTENSION citext;
CREATE TABLE t (id int, name citext UNIQUE);
CREATE DOMAIN email AS citext CHECK (VALUE ~ '@');
