CREATE TABLE visits (id integer PRIMARY KEY, at timestamptz);
