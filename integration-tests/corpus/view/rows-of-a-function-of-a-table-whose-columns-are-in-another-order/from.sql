CREATE TABLE t (id int PRIMARY KEY, a text, b text);
CREATE FUNCTION tops(lim int DEFAULT 3) RETURNS SETOF t LANGUAGE sql STABLE AS $$ SELECT * FROM public.t LIMIT lim $$;
CREATE VIEW v AS SELECT x.a, x.b FROM tops() x;
CREATE VIEW w AS SELECT x.b, x.n FROM tops(2) WITH ORDINALITY AS x(id, a, b, n);
