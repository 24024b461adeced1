CREATE SCHEMA second;
COMMENT ON SCHEMA second IS 'another one';
CREATE SCHEMA third;
COMMENT ON SCHEMA third IS 'standard public schema';
