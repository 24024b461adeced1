CREATE TABLE t (
    id int PRIMARY KEY,
    code text DEFAULT 'x' UNIQUE CHECK (code <> ''),
    other int,
    CHECK (length(code) > other)
);
CREATE INDEX t_code_other ON t (code, other);
CREATE INDEX t_partial ON t (other) WHERE code IS NOT NULL;
CREATE INDEX t_expression ON t (lower(code));
COMMENT ON COLUMN t.code IS 'goes';
