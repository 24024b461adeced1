CREATE TABLE t (id bigint, x numeric);
CREATE MATERIALIZED VIEW m AS SELECT id, sum(x) AS x FROM t GROUP BY id;
CREATE UNIQUE INDEX m_id ON m (id);
