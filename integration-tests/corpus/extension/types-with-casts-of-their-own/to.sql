CREATE EXTENSION hstore; CREATE EXTENSION citext;
CREATE TABLE t (a jsonb, b text, c citext, d citext, e hstore);
