CREATE FUNCTION numbered() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
CREATE FUNCTION whole() RETURNS bigint WINDOW LANGUAGE internal AS 'window_rank';
CREATE VIEW v AS SELECT whole() OVER () AS w;
