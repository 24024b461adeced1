CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE FUNCTION cheer(m mood) RETURNS text LANGUAGE sql AS $$ SELECT 'up' $$;
CREATE TABLE t (
    id int PRIMARY KEY,
    m mood NOT NULL DEFAULT 'ok',
    is_ok boolean GENERATED ALWAYS AS (m = 'ok') STORED,
    CONSTRAINT not_too_sad CHECK (m <> 'sad' OR id > 5)
);
CREATE INDEX t_m ON t (m) WHERE m = 'ok';
CREATE UNIQUE INDEX t_m_id ON t (m, id);
CREATE VIEW v AS SELECT id, m, cheer(m) AS said FROM t WHERE m = 'ok';
COMMENT ON TYPE mood IS 'how it feels';
