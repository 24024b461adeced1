CREATE TABLE event (id int PRIMARY KEY, at timestamp NOT NULL);
CREATE INDEX event_at ON event (at);
