CREATE TABLE log_line (at timestamptz NOT NULL DEFAULT now(), line text);
CREATE INDEX ON log_line (at);
