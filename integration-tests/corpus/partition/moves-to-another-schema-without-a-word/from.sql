CREATE SCHEMA old;
CREATE TABLE events (at date NOT NULL, id integer, PRIMARY KEY (at, id)) PARTITION BY RANGE (at);
CREATE TABLE events_20 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE events_rest PARTITION OF events DEFAULT;
CREATE TABLE hints (at date, id integer, FOREIGN KEY (at, id) REFERENCES events);
CREATE TABLE people (id integer PRIMARY KEY);
ALTER TABLE people ENABLE ROW LEVEL SECURITY;
CREATE POLICY hinted ON people USING (EXISTS (SELECT FROM hints h WHERE h.id = people.id));
