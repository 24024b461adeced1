CREATE TABLE events (id integer PRIMARY KEY, kind text);
CREATE PUBLICATION changes FOR TABLE events;
