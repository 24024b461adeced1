CREATE EXTENSION hstore; CREATE EXTENSION citext;
CREATE TABLE t (a hstore, b citext, c text, d int, e jsonb);
