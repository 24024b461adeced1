CREATE TABLE t (a text, b jsonb);
CREATE INDEX t_a ON t (a);
