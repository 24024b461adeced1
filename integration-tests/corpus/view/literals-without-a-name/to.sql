CREATE TABLE customers (id int, born date, name varchar(20));
CREATE TABLE vendors (id int, born date, name varchar(20));
CREATE DOMAIN "Short Name" AS varchar(5);
CREATE VIEW parties AS
    SELECT id, kind, paid, at, x, y, z FROM (
        SELECT id, 'customer' AS kind, true AS paid, born::timestamptz AS at, name::text COLLATE "C" AS x, 1::bigint AS y,
               name::"Short Name" AS z FROM customers
        UNION ALL
        SELECT id, 'vendor', 't', '2020-01-01', 'n' COLLATE "C", 1 + 1, 'abc' FROM vendors
        UNION
        SELECT 3, NULL, NULL, NULL, NULL, NULL, NULL) everybody;
CREATE VIEW in_a_query AS
    WITH q AS (SELECT id, 'a' AS k, '{}'::int[] AS l FROM customers UNION ALL SELECT id, 'b', '{1}' FROM vendors)
    SELECT q.k, (SELECT 'x' LIMIT 1) = 'x' AS same, EXISTS (SELECT 'a', 1::numeric(5,2), now(), (SELECT 'a' UNION SELECT 'b' LIMIT 1) FROM q) AS some, l FROM q;
CREATE MATERIALIZED VIEW kept AS
    SELECT * FROM (SELECT id, 'c, FROM ''x''::text' AS kind FROM customers UNION ALL SELECT id, 'v::text AS text' FROM vendors) s;
CREATE TABLE log (id int, what text, since timestamp);
CREATE RULE noted AS ON INSERT TO vendors DO ALSO INSERT INTO log SELECT new.id, 'vendor', '2020-01-01 00:00';
CREATE FUNCTION everything() RETURNS TABLE (a int, b text) LANGUAGE sql BEGIN ATOMIC
    SELECT id, 'customer' FROM customers UNION ALL SELECT id, 'vendor' FROM vendors;
END;
