CREATE TABLE people (id integer PRIMARY KEY);
CREATE TABLE events (day integer, person integer REFERENCES people) PARTITION BY RANGE (day);
CREATE TABLE events_first PARTITION OF events FOR VALUES FROM (1) TO (20);
CREATE TABLE events_rest PARTITION OF events DEFAULT;
