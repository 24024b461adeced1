CREATE TABLE events (id serial PRIMARY KEY, kind text);
CREATE TABLE others (id integer PRIMARY KEY);
CREATE PUBLICATION news FOR TABLE events, others;
