-- A schema in which as much as can be hangs together: what random DDL does to one object reaches many others.
DO $$ BEGIN CREATE ROLE corpus_reader; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
DO $$ BEGIN CREATE ROLE corpus_owner; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
CREATE SCHEMA app;
CREATE SCHEMA other;

CREATE TYPE app.mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE app.address AS (street text, city text, since date);
CREATE DOMAIN app.email AS text CHECK (VALUE ~ '@');
CREATE DOMAIN app.amount AS integer DEFAULT 1 CHECK (VALUE > 0);
CREATE DOMAIN app.second_email AS app.email DEFAULT 'a@b';
CREATE TYPE app.span AS RANGE (SUBTYPE = date);

CREATE FUNCTION app.plain(app.email) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS 'SELECT lower($1)';
CREATE FUNCTION app.score(app.mood, integer DEFAULT 2) RETURNS integer LANGUAGE sql IMMUTABLE
    AS $$SELECT CASE $1 WHEN 'sad' THEN 0 ELSE $2 END$$;
CREATE FUNCTION app.summed(integer, app.mood) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 + app.score($2)';
CREATE AGGREGATE app.total(app.mood) (SFUNC = app.summed, STYPE = integer, INITCOND = '0');
CREATE FUNCTION app.same(app.mood, app.mood) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2::text';
CREATE OPERATOR app.=~= (LEFTARG = app.mood, RIGHTARG = app.mood, FUNCTION = app.same, COMMUTATOR = OPERATOR(app.=~=));
CREATE FUNCTION app.as_number(app.mood) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT app.score($1)';
CREATE CAST (app.mood AS integer) WITH FUNCTION app.as_number(app.mood) AS ASSIGNMENT;

CREATE SEQUENCE app.numbers INCREMENT 5 CACHE 3;
CREATE TABLE app.person (id bigint PRIMARY KEY DEFAULT nextval('app.numbers'), mail app.email NOT NULL, other_mail app.second_email,
    mood app.mood DEFAULT 'ok', moods app.mood[] DEFAULT '{ok,sad}', home app.address, homes app.address[], age app.amount,
    plain text GENERATED ALWAYS AS (app.plain(mail)) STORED, score integer GENERATED ALWAYS AS (app.score(mood, 3)) STORED,
    during app.span, CHECK (app.score(mood) < 10), CONSTRAINT one_mail UNIQUE (plain) DEFERRABLE,
    EXCLUDE USING gist (during WITH &&) WHERE (mood = 'happy'));
ALTER SEQUENCE app.numbers OWNED BY app.person.id;
CREATE INDEX ON app.person (app.plain(mail)) WHERE mood <> 'sad';
CREATE INDEX person_mood ON app.person (mood DESC NULLS LAST, (app.score(mood))) INCLUDE (age);
CREATE INDEX ON app.person USING gin (moods);
CREATE STATISTICS app.of_person (dependencies, mcv) ON mood, score, (app.score(mood)) FROM app.person;

CREATE TABLE app.event (id integer GENERATED ALWAYS AS IDENTITY (START 10), at date NOT NULL, kind app.mood NOT NULL,
    person bigint REFERENCES app.person ON DELETE CASCADE DEFERRABLE, note text COLLATE "C" DEFAULT 'n', PRIMARY KEY (at, id),
    CHECK (note <> '')) PARTITION BY RANGE (at);
CREATE TABLE app.event_20 PARTITION OF app.event FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE app.event_21 PARTITION OF app.event (note DEFAULT 'x', CONSTRAINT noted CHECK (note IS NOT NULL))
    FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE app.event_rest PARTITION OF app.event DEFAULT;
CREATE INDEX event_kind ON app.event (kind, at DESC);
CREATE TABLE app.hint (event_at date, event_id integer, mood app.mood CHECK (mood OPERATOR(app.=~=) 'ok'),
    FOREIGN KEY (event_at, event_id) REFERENCES app.event ON UPDATE CASCADE);

CREATE TABLE app.thing (id integer PRIMARY KEY, label text NOT NULL, CONSTRAINT positive CHECK (id > 0),
    CONSTRAINT own CHECK (label <> 'q') NO INHERIT);
CREATE TABLE app.chair (legs app.amount, UNIQUE (legs)) INHERITS (app.thing);
CREATE TABLE app.stool () INHERITS (app.chair);
ALTER TABLE app.chair ALTER label SET DEFAULT 'c';

CREATE VIEW app.happy WITH (security_barrier) AS
    SELECT p.*, app.score(p.mood) AS points, (p.home).city AS town FROM app.person p WHERE p.mood OPERATOR(app.=~=) 'happy';
CREATE VIEW app.counted AS
    SELECT mood, count(*) AS people, app.total(mood) AS points, max(age) AS oldest FROM app.person GROUP BY mood;
CREATE MATERIALIZED VIEW app.towns AS
    SELECT h.id, h.plain, h.town, c.people FROM app.happy h JOIN app.counted c USING (mood) WITH NO DATA;
CREATE UNIQUE INDEX ON app.towns (id);
CREATE INDEX ON app.towns (lower(town));
CREATE VIEW app.large_towns AS SELECT * FROM app.towns WHERE people > (SELECT avg(age) FROM app.person);
CREATE VIEW app.event_mails AS SELECT e.*, (SELECT mail FROM app.person WHERE id = e.person) FROM app.event e;
CREATE VIEW app.called AS SELECT t.number, t.called FROM app.thing AS t (number, called) JOIN app.chair c ON c.id = t.number;
CREATE VIEW app.whole AS
    SELECT p, p.home, array_agg(e) AS events FROM app.person p JOIN app.event e ON e.person = p.id GROUP BY p.id;

CREATE FUNCTION app.of_mood(m app.mood) RETURNS SETOF app.person LANGUAGE sql STABLE
    AS 'SELECT * FROM app.person WHERE mood = $1';
CREATE FUNCTION app.happiest() RETURNS app.happy LANGUAGE sql STABLE BEGIN ATOMIC SELECT * FROM app.happy LIMIT 1; END;
CREATE FUNCTION app.put(integer, text) RETURNS SETOF integer LANGUAGE sql BEGIN ATOMIC
    INSERT INTO app.thing (id, label) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET label = excluded.label RETURNING id;
END;
CREATE FUNCTION app.homes(n integer) RETURNS TABLE (feels app.mood, lives app.address) LANGUAGE plpgsql
    AS 'BEGIN RETURN QUERY SELECT mood, home FROM app.person LIMIT n; END';
CREATE PROCEDURE app.touch(INOUT one app.person) LANGUAGE plpgsql AS 'BEGIN END';
CREATE FUNCTION app.noted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER before_mood BEFORE INSERT OR UPDATE OF mood, mail ON app.person FOR EACH ROW
    WHEN (new.mood IS DISTINCT FROM 'sad'::app.mood) EXECUTE FUNCTION app.noted('a', 'b');
CREATE TRIGGER all_events AFTER UPDATE ON app.event REFERENCING OLD TABLE AS gone NEW TABLE AS come
    FOR EACH STATEMENT EXECUTE FUNCTION app.noted();
CREATE TRIGGER each_event AFTER INSERT ON app.event FOR EACH ROW EXECUTE FUNCTION app.noted();
CREATE CONSTRAINT TRIGGER late AFTER DELETE ON app.hint FROM app.person DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION app.noted();
CREATE TRIGGER instead INSTEAD OF UPDATE ON app.happy FOR EACH ROW EXECUTE FUNCTION app.noted();
ALTER TABLE app.event_20 DISABLE TRIGGER each_event;
CREATE RULE counted_in AS ON INSERT TO app.counted DO INSTEAD INSERT INTO app.person (mail, mood) VALUES ('x@y', new.mood);
CREATE RULE also AS ON DELETE TO app.thing WHERE old.id > 5 DO ALSO SELECT app.score('ok');

ALTER TABLE app.person ENABLE ROW LEVEL SECURITY;
ALTER TABLE app.event FORCE ROW LEVEL SECURITY;
CREATE POLICY liked ON app.person
    USING (app.score(mood) > 1 AND EXISTS (SELECT FROM app.hint h WHERE h.mood = person.mood)) WITH CHECK (mail <> 'root@x');
CREATE POLICY ok_only ON app.event AS RESTRICTIVE FOR UPDATE TO corpus_reader USING (kind = 'ok');
GRANT SELECT (id, mood), UPDATE (mood) ON app.person TO corpus_reader;
GRANT ALL ON app.event TO corpus_reader;
GRANT USAGE ON TYPE app.mood TO corpus_reader;
GRANT EXECUTE ON FUNCTION app.of_mood TO corpus_reader WITH GRANT OPTION;
REVOKE ALL ON FUNCTION app.score FROM PUBLIC;
GRANT USAGE ON SCHEMA app TO corpus_reader;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT SELECT ON TABLES TO corpus_reader;
COMMENT ON COLUMN app.person.mood IS 'how one feels';
COMMENT ON CONSTRAINT one_mail ON app.person IS 'of constraint';
COMMENT ON TRIGGER before_mood ON app.person IS 'of trigger';
COMMENT ON POLICY liked ON app.person IS 'of policy';
COMMENT ON INDEX app.person_mood IS 'of index';
COMMENT ON FUNCTION app.score(app.mood, integer) IS 'of function';
COMMENT ON TYPE app.mood IS 'of type';
COMMENT ON DOMAIN app.email IS 'of domain';
COMMENT ON RULE counted_in ON app.counted IS 'of rule';
COMMENT ON VIEW app.counted IS 'of view';

CREATE TABLE app.word (word text PRIMARY KEY, found tsvector, number integer GENERATED BY DEFAULT AS IDENTITY) WITH (fillfactor = 80);
CREATE INDEX ON app.word (word COLLATE "C" text_pattern_ops) WITH (fillfactor = 60);
CREATE TEXT SEARCH CONFIGURATION app.words (COPY = simple);
CREATE INDEX ON app.word USING gin (to_tsvector('app.words', word));
CREATE PUBLICATION news FOR TABLE app.person, app.event;
