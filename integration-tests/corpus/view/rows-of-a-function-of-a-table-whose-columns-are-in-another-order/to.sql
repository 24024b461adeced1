CREATE TABLE t (z text, b text, id int PRIMARY KEY, a text);
CREATE FUNCTION tops(lim int DEFAULT 3) RETURNS SETOF t LANGUAGE sql STABLE AS $$ SELECT * FROM public.t LIMIT lim $$;
CREATE VIEW v AS SELECT x.a, x.b FROM tops() x;
CREATE VIEW w AS SELECT x.b, x.n FROM tops(2) WITH ORDINALITY AS x(z, b, id, a, n);
CREATE MATERIALIZED VIEW m AS SELECT x.id, x.b FROM tops() x WHERE x.a <> 'q';
