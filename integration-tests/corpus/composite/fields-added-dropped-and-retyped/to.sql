CREATE TYPE address AS (street text, zip text, country char(2));
COMMENT ON COLUMN address.zip IS 'another zip';
COMMENT ON TYPE address IS 'an address';
