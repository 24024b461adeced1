CREATE TYPE feeling AS ENUM ('sad', 'ok');
CREATE FUNCTION heft(m feeling) RETURNS int IMMUTABLE LANGUAGE sql AS $$ SELECT 1 $$;
CREATE FUNCTION noisier(a feeling, b feeling) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$ SELECT true $$;
CREATE FUNCTION seen() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN NULL; END $$;
CREATE FUNCTION after_that(state feeling, m feeling) RETURNS feeling IMMUTABLE LANGUAGE sql AS $$ SELECT $2 $$;
CREATE CAST (feeling AS int) WITH FUNCTION heft(feeling) AS ASSIGNMENT;
CREATE OPERATOR <<< (FUNCTION = noisier, LEFTARG = feeling, RIGHTARG = feeling);
CREATE AGGREGATE newest(feeling) (SFUNC = after_that, STYPE = feeling);
CREATE FUNCTION weighed(a feeling, b feeling) RETURNS int IMMUTABLE LANGUAGE sql AS $$ SELECT 0 $$;
CREATE OPERATOR CLASS feelings FOR TYPE feeling USING btree AS OPERATOR 1 <<< (feeling, feeling), FUNCTION 1 weighed(feeling, feeling);
CREATE EVENT TRIGGER guard ON ddl_command_end EXECUTE FUNCTION seen();
CREATE COLLATION deutsch (provider = icu, locale = 'de');
CREATE DOMAIN word AS text COLLATE deutsch;
CREATE TYPE pair AS (a text COLLATE deutsch, b feeling);
CREATE TEXT SEARCH DICTIONARY bare (TEMPLATE = simple);
CREATE TEXT SEARCH CONFIGURATION wortschatz (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION wortschatz ADD MAPPING FOR word WITH bare;
CREATE FOREIGN DATA WRAPPER distant;
CREATE SERVER yonder FOREIGN DATA WRAPPER distant;
CREATE FOREIGN TABLE f (m feeling) SERVER yonder;
CREATE USER MAPPING FOR PUBLIC SERVER yonder;
CREATE TABLE t (id int PRIMARY KEY, m feeling, w text COLLATE deutsch, p pair);
CREATE INDEX t_w ON t (m, w COLLATE deutsch);
CREATE VIEW v AS SELECT newest(m) AS m, max(w COLLATE deutsch) AS w FROM t WHERE m::int > 0;
-- rename: mood=feeling
-- rename: weight(public.mood)=heft(public.feeling)
-- rename: louder(public.mood, public.mood)=noisier(public.feeling, public.feeling)
-- rename: noticed()=seen()
-- rename: next_of(public.mood, public.mood)=after_that(public.feeling, public.feeling)
-- rename: latest(public.mood)=newest(public.feeling)
-- rename: compared(public.mood, public.mood)=weighed(public.feeling, public.feeling)
-- rename: mood_class(btree)=feelings(btree)
-- rename: watch=guard
-- rename: german=deutsch
-- rename: plain=bare
-- rename: german_words=wortschatz
-- rename: far=distant
-- rename: there=yonder
