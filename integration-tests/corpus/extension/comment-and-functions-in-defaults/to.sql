CREATE EXTENSION pgcrypto;
COMMENT ON EXTENSION pgcrypto IS 'ours';
CREATE TABLE t (id uuid DEFAULT gen_random_uuid(), key bytea DEFAULT gen_random_bytes(8));
