CREATE TYPE address AS (street text, zip int, "Odd Name" date);
COMMENT ON COLUMN address.zip IS 'a zip';
