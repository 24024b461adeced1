CREATE TYPE mood AS ENUM ('a','b');
CREATE DOMAIN dm AS mood DEFAULT 'a';
CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT 'b', d dm, arr mood[] DEFAULT '{a}');
CREATE FUNCTION f(m mood) RETURNS dm LANGUAGE sql AS $$ SELECT m::dm $$;
