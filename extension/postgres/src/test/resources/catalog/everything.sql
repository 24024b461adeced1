CREATE SCHEMA billing;
CREATE EXTENSION citext;
CREATE EXTENSION btree_gist;
CREATE TYPE mood AS ENUM ('sad', 'ok', 'O''Brien');
CREATE TYPE billing.address AS (street text, zip varchar(10) COLLATE "C");
CREATE DOMAIN positive AS integer DEFAULT 1 NOT NULL CONSTRAINT is_positive CHECK (VALUE > 0);
CREATE FUNCTION float8mi_(a double precision, b double precision) RETURNS double precision IMMUTABLE LANGUAGE sql AS 'select a - b';
CREATE TYPE float_span AS RANGE (subtype = float8, subtype_diff = float8mi_);
CREATE SEQUENCE standalone AS integer START 10 INCREMENT 5 MINVALUE 0 MAXVALUE 1000 CACHE 3 CYCLE;
CREATE COLLATION german (provider = icu, locale = 'de-DE');

CREATE TABLE users (
  id bigint GENERATED ALWAYS AS IDENTITY (START 100) PRIMARY KEY,
  email citext NOT NULL CONSTRAINT users_email_key UNIQUE,
  name varchar(20) COLLATE "C" DEFAULT 'x',
  mood mood DEFAULT 'ok',
  moods mood[],
  score positive,
  created_at timestamptz NOT NULL DEFAULT now(),
  first text, last text,
  full_name text GENERATED ALWAYS AS (first || ' ' || last) STORED,
  home billing.address,
  CONSTRAINT name_not_blank CHECK (length(name) > 0 AND mood IN ('sad', 'ok')),
  CONSTRAINT unchecked CHECK (last <> '') NO INHERIT
);
ALTER TABLE users ALTER COLUMN first SET STORAGE EXTERNAL, ALTER COLUMN first SET STATISTICS 500,
  ALTER COLUMN last SET COMPRESSION pglz, ALTER COLUMN last SET (n_distinct = 5);
ALTER TABLE users SET (fillfactor = 70, toast.autovacuum_enabled = off);
CREATE TABLE "Odd ""name" (serial_id serial, "Select" int, PRIMARY KEY (serial_id) INCLUDE ("Select"));
CREATE UNLOGGED TABLE billing.orders (
  id int PRIMARY KEY,
  user_id bigint CONSTRAINT orders_user_fk REFERENCES users ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED,
  during tstzrange,
  amount numeric(10, 2),
  CONSTRAINT no_overlap EXCLUDE USING gist (user_id WITH =, during WITH &&)
);
ALTER TABLE billing.orders ADD CONSTRAINT amount_ok CHECK (amount > 0) NOT VALID;
CREATE INDEX users_lower ON users (lower(name) DESC, created_at DESC NULLS LAST) INCLUDE (email) WHERE mood = 'ok';
CREATE UNIQUE INDEX users_first ON users USING btree (first COLLATE "C" text_pattern_ops);
CREATE INDEX users_hash ON users USING hash (last) WITH (fillfactor = 50);
CREATE INDEX orders_during ON billing.orders USING gist (during);
CREATE INDEX users_sum ON users ((id + score));
ALTER TABLE users CLUSTER ON users_first;
ALTER TABLE users REPLICA IDENTITY USING INDEX users_pkey;
ALTER TABLE billing.orders REPLICA IDENTITY FULL;
CREATE STATISTICS users_stats (ndistinct) ON first, last FROM users;

CREATE FUNCTION lucky(n integer, OUT twice integer) LANGUAGE plpgsql AS $$ BEGIN twice := n * 2; END $$;
CREATE FUNCTION user_count() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(name) FROM users; END;
CREATE PROCEDURE billing.tidy(IN limit_ integer DEFAULT 5) LANGUAGE sql AS 'delete from billing.orders where id > limit_';
CREATE AGGREGATE total(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0', PARALLEL = SAFE, COMBINEFUNC = int4pl);
ALTER TABLE users ADD COLUMN luck int DEFAULT lucky(3);
CREATE VIEW happy WITH (security_barrier = true) AS SELECT id, name, user_count() AS n FROM users WHERE mood = 'ok';
CREATE VIEW happier AS SELECT name FROM happy;
CREATE MATERIALIZED VIEW totals AS SELECT user_id, sum(amount) AS amount FROM billing.orders GROUP BY 1 WITH NO DATA;
CREATE UNIQUE INDEX totals_user ON totals (user_id);
CREATE RULE no_delete AS ON DELETE TO users DO INSTEAD NOTHING;
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER stamped BEFORE UPDATE OF name ON users FOR EACH ROW WHEN (old.name IS DISTINCT FROM new.name) EXECUTE FUNCTION stamp();
ALTER TABLE users DISABLE TRIGGER stamped;
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON users FOR SELECT TO PUBLIC USING (name = CURRENT_USER);
CREATE FUNCTION on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE EVENT TRIGGER watch ON ddl_command_end WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION on_ddl();

CREATE TABLE measured (id int NOT NULL, at date NOT NULL, value int, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE measured_2024 PARTITION OF measured FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE measured_rest PARTITION OF measured DEFAULT;
CREATE INDEX measured_value ON measured (value);
CREATE TRIGGER measured_stamp BEFORE INSERT ON measured FOR EACH ROW EXECUTE FUNCTION stamp();
ALTER TABLE measured_2024 DISABLE TRIGGER measured_stamp;
ALTER TABLE measured ADD CONSTRAINT measured_user FOREIGN KEY (id) REFERENCES "Odd ""name" (serial_id);
CREATE TABLE animal (legs int CHECK (legs >= 0));
CREATE TABLE bird (wings int DEFAULT 2) INHERITS (animal);

CREATE FUNCTION mood_text(mood) RETURNS text IMMUTABLE LANGUAGE sql AS 'select ''m''::text';
CREATE CAST (mood AS text) WITH FUNCTION mood_text(mood) AS ASSIGNMENT;
CREATE TRANSFORM FOR integer LANGUAGE plpgsql (TO SQL WITH FUNCTION int4recv(internal));
CREATE FUNCTION close_to(int, int) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'select abs($1 - $2) < 2';
CREATE OPERATOR ~~~ (FUNCTION = close_to, LEFTARG = int, RIGHTARG = int, COMMUTATOR = ~~~);
CREATE OPERATOR CLASS int_ops2 FOR TYPE int USING btree AS
  OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(int, int);
CREATE TEXT SEARCH DICTIONARY my_simple (TEMPLATE = simple, STOPWORDS = english, ACCEPT = 'false');
CREATE TEXT SEARCH CONFIGURATION my_search (PARSER = default);
ALTER TEXT SEARCH CONFIGURATION my_search ADD MAPPING FOR asciiword, word WITH my_simple, simple;
SET client_min_messages = error;
CREATE PUBLICATION news FOR TABLE users, animal WITH (publish = 'insert, update');
CREATE FOREIGN DATA WRAPPER nothing;
CREATE SERVER far TYPE 'x' VERSION '1' FOREIGN DATA WRAPPER nothing OPTIONS (host 'h');
CREATE USER MAPPING FOR CURRENT_USER SERVER far OPTIONS (user 'u', password 'c4nary');
CREATE FOREIGN TABLE far_away (id int OPTIONS (column_name 'x') NOT NULL) SERVER far OPTIONS (t 'y');

COMMENT ON TABLE users IS 'People who can sign in';
COMMENT ON COLUMN users.email IS 'unique';
COMMENT ON COLUMN happy.name IS 'of a view';
COMMENT ON CONSTRAINT name_not_blank ON users IS 'a check';
COMMENT ON INDEX users_lower IS 'an index';
COMMENT ON FUNCTION lucky(integer) IS 'a function';
COMMENT ON TYPE mood IS 'a type';
COMMENT ON TRIGGER stamped ON users IS 'a trigger';
COMMENT ON SCHEMA billing IS 'a schema';
CREATE TABLE __dibs_migrations (id int PRIMARY KEY, s serial);

CREATE CONVERSION latin FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
CREATE LANGUAGE plsample HANDLER plpgsql_call_handler;
CREATE MATERIALIZED VIEW tuned AS SELECT 'x'::text AS t;
ALTER MATERIALIZED VIEW tuned ALTER COLUMN t SET STATISTICS 7;
CREATE TRANSFORM FOR text LANGUAGE plpgsql (TO SQL WITH FUNCTION textrecv(internal));
