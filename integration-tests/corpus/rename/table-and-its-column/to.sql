-- rename: users=people
-- rename: users.name=people.title
-- rows: SELECT string_agg(title, ',' ORDER BY id) FROM people => ann,bob
CREATE TABLE people (id int CONSTRAINT users_pkey PRIMARY KEY, title text NOT NULL CONSTRAINT users_name_check CHECK (title <> ''), boss int CONSTRAINT users_boss_fkey REFERENCES people);
CREATE INDEX users_name_idx ON people (lower(title));
CREATE VIEW short AS SELECT title AS name FROM people;
COMMENT ON COLUMN people.title IS 'as on the badge';
