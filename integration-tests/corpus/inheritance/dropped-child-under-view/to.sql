CREATE TABLE events (id integer NOT NULL, kind text);
