CREATE TABLE t (a text, b jsonb);
CREATE INDEX t_a ON t (lower(a), (b ->> 'key'), (a || 'x') COLLATE "C" DESC);
