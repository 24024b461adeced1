CREATE SCHEMA second;
COMMENT ON SCHEMA second IS 'standard public schema';
