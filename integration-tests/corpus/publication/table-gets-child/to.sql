CREATE TABLE events (id integer PRIMARY KEY, kind text);
CREATE PUBLICATION changes FOR TABLE events;
CREATE TABLE logins (address inet, PRIMARY KEY (id)) INHERITS (events);
