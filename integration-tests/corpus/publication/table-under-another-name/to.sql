CREATE TABLE others (id integer PRIMARY KEY);
CREATE TABLE incidents (id integer PRIMARY KEY, kind text);
CREATE SEQUENCE events_id_seq AS integer OWNED BY incidents.id;
ALTER TABLE incidents ALTER COLUMN id SET DEFAULT nextval('events_id_seq');
ALTER TABLE incidents RENAME CONSTRAINT incidents_pkey TO events_pkey;
CREATE PUBLICATION news FOR TABLE incidents, others;
