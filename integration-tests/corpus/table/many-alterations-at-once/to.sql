CREATE TABLE person (
    id bigint PRIMARY KEY,
    first text NOT NULL DEFAULT '',
    last varchar(100),
    born timestamp,
    email text UNIQUE,
    notes text
);
CREATE INDEX person_last ON person (lower(last));
COMMENT ON COLUMN person.email IS 'verified';
