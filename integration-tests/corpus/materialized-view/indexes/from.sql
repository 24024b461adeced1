CREATE TABLE t (id int, x text);
CREATE MATERIALIZED VIEW m AS SELECT id, x FROM t;
CREATE UNIQUE INDEX m_id ON m (id);
CREATE INDEX m_x ON m (lower(x));
