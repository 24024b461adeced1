CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TABLE people (id integer PRIMARY KEY, last_at date, last_id integer);
CREATE TABLE events (at date, id integer, person integer REFERENCES people, PRIMARY KEY (at, id)) PARTITION BY RANGE (at);
CREATE TABLE events_20 PARTITION OF events FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TRIGGER noted AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION noted();
ALTER TABLE events_20 DISABLE TRIGGER noted;
ALTER TABLE people ADD FOREIGN KEY (last_at, last_id) REFERENCES events;
