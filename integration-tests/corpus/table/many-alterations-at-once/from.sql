CREATE TABLE person (
    id int PRIMARY KEY,
    first text,
    last text,
    born date,
    height real,
    notes text DEFAULT 'none'
);
CREATE INDEX person_last ON person (last);
