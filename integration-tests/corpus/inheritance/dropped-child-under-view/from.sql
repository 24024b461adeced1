CREATE TABLE events (id integer NOT NULL, kind text, source text);
CREATE TABLE logins (address inet) INHERITS (events);
CREATE VIEW sources AS SELECT DISTINCT source FROM logins;
