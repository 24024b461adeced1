CREATE TYPE mood AS ENUM ('sad', 'happy');
CREATE TYPE place AS (street text, zip int);
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT 'sad', p place, n positive, l mood[]);
CREATE FUNCTION grin(m mood) RETURNS mood LANGUAGE sql AS $$SELECT m$$;
