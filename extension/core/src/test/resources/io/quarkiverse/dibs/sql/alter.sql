-- ~ extension pg_trgm schema shop -> public
ALTER EXTENSION pg_trgm SET SCHEMA public;
-- ~ extension pg_trgm version 1.5 -> 1.6
ALTER EXTENSION pg_trgm UPDATE TO '1.6';
-- ~ enum shop.mood + awful, so-so, great, divine
ALTER TYPE shop.mood ADD VALUE 'awful' BEFORE 'sad';
ALTER TYPE shop.mood ADD VALUE 'so-so' AFTER 'sad';
ALTER TYPE shop.mood ADD VALUE 'great' AFTER 'happy';
ALTER TYPE shop.mood ADD VALUE 'divine' AFTER 'great';
-- ~ composite type shop.address attributes
ALTER TYPE shop.address DROP ATTRIBUTE street, ALTER ATTRIBUTE no TYPE bigint, ADD ATTRIBUTE "City" text;
-- ~ domain shop.postcode default '00000'::text -> '1'::text
ALTER DOMAIN shop.postcode SET DEFAULT '1'::text;
-- ~ domain shop.postcode nullable
ALTER DOMAIN shop.postcode DROP NOT NULL;
-- ~ domain shop.postcode default '00000'::text -> none
ALTER DOMAIN shop.postcode DROP DEFAULT;
-- ~ constraint shop.postcode.five validated
ALTER DOMAIN shop.postcode VALIDATE CONSTRAINT five;
-- ~ sequence shop.down type smallint -> bigint, start 10 -> 7, increment -2 -> 3, minimum -100 -> -7, maximum 10 -> 1000, cache 5 -> 1, cycle true -> false
SELECT pg_catalog.setval('shop.down'::regclass, GREATEST(LEAST(last_value, 1000), -7), is_called) FROM shop.down WHERE last_value NOT BETWEEN -7 AND 1000;
ALTER SEQUENCE shop.down AS bigint INCREMENT BY 3 MINVALUE -7 MAXVALUE 1000 START WITH 7 CACHE 1 NO CYCLE;
-- ~ sequence shop.down persistence
ALTER SEQUENCE shop.down SET UNLOGGED;
-- ~ sequence ownership shop.numbers shop.order.number -> shop.order.user
ALTER SEQUENCE shop.numbers OWNED BY shop."order"."user";
-- ~ aggregate shop.total(integer) definition
CREATE OR REPLACE AGGREGATE shop.total(x integer) (INITCOND = '1', PARALLEL = UNSAFE, SFUNC = pg_catalog.int4pl, STYPE = integer);
-- ~ function shop.twice(integer) definition
SET LOCAL check_function_bodies = off;
CREATE OR REPLACE FUNCTION shop.twice(x integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT 2 * x $function$;
-- ~ operator shop.<<<(integer, integer) estimators
ALTER OPERATOR shop.<<< (integer, integer) SET (JOIN = pg_catalog.scalarltjoinsel, RESTRICT = NONE);
-- ~ operator family shop.odd_ops(btree) members
ALTER OPERATOR FAMILY shop.odd_ops USING btree ADD OPERATOR 1 pg_catalog.<(bigint, bigint), FUNCTION 1 (bigint, bigint) pg_catalog.btint8cmp(bigint, bigint);
-- ~ text search dictionary shop.words options
ALTER TEXT SEARCH DICTIONARY shop.words (accept = 'false', stopwords);
-- ~ text search configuration shop.texts mappings
ALTER TEXT SEARCH CONFIGURATION shop.texts ADD MAPPING FOR asciiword WITH pg_catalog.simple;
ALTER TEXT SEARCH CONFIGURATION shop.texts ALTER MAPPING FOR word WITH pg_catalog.english_stem;
-- ~ text search configuration shop.texts mappings
ALTER TEXT SEARCH CONFIGURATION shop.texts DROP MAPPING FOR word;
-- ~ table shop.users storage parameters {fillfactor=90, toast.autovacuum_enabled=false} -> {autovacuum_enabled=false, fillfactor=80}
ALTER TABLE shop.users SET (autovacuum_enabled=false, fillfactor=80), RESET (toast.autovacuum_enabled);
-- ~ table shop.users row security off
ALTER TABLE shop.users DISABLE ROW LEVEL SECURITY;
-- ~ table shop.users forced row security off
ALTER TABLE shop.users NO FORCE ROW LEVEL SECURITY;
-- ~ table shop.events_1 persistence permanent -> unlogged
ALTER TABLE shop.events_1 SET UNLOGGED;
-- ~ table shop.events_1 access method heap -> heap2
ALTER TABLE shop.events_1 SET ACCESS METHOD heap2;
-- ~ table shop.events_1 tablespace default -> space
ALTER TABLE shop.events_1 SET TABLESPACE space;
-- ~ table shop.things persistence unlogged -> permanent
ALTER TABLE shop.things SET LOGGED;
-- ~ table shop.things of type
ALTER TABLE shop.things NOT OF;
-- ~ foreign table shop.remote options
ALTER FOREIGN TABLE shop.remote OPTIONS (ADD more '1', SET "table" 'it''s');
-- ~ foreign data wrapper nothing handler
ALTER FOREIGN DATA WRAPPER nothing HANDLER shop.handle;
-- ~ foreign data wrapper nothing validator
ALTER FOREIGN DATA WRAPPER nothing VALIDATOR shop.validate;
-- ~ foreign data wrapper nothing options
ALTER FOREIGN DATA WRAPPER nothing OPTIONS (DROP debug);
-- ~ server elsewhere version
ALTER SERVER elsewhere VERSION '2';
-- ~ server elsewhere options
ALTER SERVER elsewhere OPTIONS (SET host 'there');
-- ~ user mapping public on elsewhere options
ALTER USER MAPPING FOR PUBLIC SERVER elsewhere OPTIONS (DROP "user", ADD password 'p');
-- ~ replica identity shop.order replica identity
ALTER TABLE shop."order" REPLICA IDENTITY NOTHING;
-- ~ clustering shop.users clustered on
ALTER TABLE shop.users CLUSTER ON users_many_idx;
-- ~ statistics shop.pairs statistics target
ALTER STATISTICS shop.pairs SET STATISTICS -1;
-- ~ publication news members
ALTER PUBLICATION news DROP TABLE ONLY shop.users;
ALTER PUBLICATION news ADD TABLE ONLY shop."order";
ALTER PUBLICATION news ADD TABLE ONLY shop.events;
-- ~ publication news options
ALTER PUBLICATION news SET (publish='insert, update, delete, truncate', publish_via_partition_root=true);
-- ~ language plsample definition
CREATE OR REPLACE LANGUAGE plsample HANDLER pg_catalog.plpgsql_call_handler INLINE pg_catalog.plpgsql_inline_handler VALIDATOR pg_catalog.plpgsql_validator;
-- ~ transform integer LANGUAGE plpgsql functions
CREATE OR REPLACE TRANSFORM FOR integer LANGUAGE plpgsql (FROM SQL WITH FUNCTION pg_catalog.varchar_support(internal));
-- ~ column settings shop.counts.n settings
ALTER MATERIALIZED VIEW shop.counts ALTER COLUMN n SET STATISTICS 70;
ALTER MATERIALIZED VIEW shop.counts ALTER COLUMN n RESET (n_distinct);
-- ~ subscription readers definition
ALTER SUBSCRIPTION readers CONNECTION 'dbname=postgres user=postgres port=5433';
ALTER SUBSCRIPTION readers SET PUBLICATION news, "late news" WITH (refresh = false);
ALTER SUBSCRIPTION readers SET (slot_name = NONE, binary = 'false');
-- ~ shop.users.name type text -> varchar(10)
ALTER TABLE shop.users ALTER COLUMN name TYPE character varying(10);
-- ~ shop.users.email nullable
ALTER TABLE shop.users ALTER COLUMN email DROP NOT NULL;
-- ~ shop.users.email storage MAIN -> EXTERNAL
ALTER TABLE shop.users ALTER COLUMN email SET STORAGE EXTERNAL;
-- ~ shop.users.email compression pglz -> default
ALTER TABLE shop.users ALTER COLUMN email SET COMPRESSION default;
-- ~ shop.users.email statistics target 500 -> default
ALTER TABLE shop.users ALTER COLUMN email SET STATISTICS -1;
-- ~ shop.users.email options {n_distinct=-1} -> {}
ALTER TABLE shop.users ALTER COLUMN email RESET (n_distinct);
-- ~ shop.users.email storage MAIN -> default
ALTER TABLE shop.users ALTER COLUMN email SET STORAGE DEFAULT;
-- ~ shop.users.email compression pglz -> default
ALTER TABLE shop.users ALTER COLUMN email SET COMPRESSION default;
-- ~ shop.users.email statistics target 500 -> 7
ALTER TABLE shop.users ALTER COLUMN email SET STATISTICS 7;
-- ~ shop.users.email options {n_distinct=-1} -> {n_distinct=5, n_distinct_inherited=6}
ALTER TABLE shop.users ALTER COLUMN email SET (n_distinct=5, n_distinct_inherited=6);
-- ~ shop.users.email not null no inherit
ALTER TABLE shop.users ALTER CONSTRAINT users_email_not_null NO INHERIT;
-- ~ shop.users.email not null not valid
ALTER TABLE shop.users DROP CONSTRAINT users_email_not_null, ADD CONSTRAINT users_email_not_null NOT NULL email NO INHERIT NOT VALID;
-- ~ shop.users.email name of not null users_email_not_null -> email is there
ALTER TABLE shop.users RENAME CONSTRAINT users_email_not_null TO "email is there";
-- ~ shop.users.email not null inherited by child tables
ALTER TABLE shop.users ALTER CONSTRAINT there INHERIT;
-- ~ shop.users.email not null validated
ALTER TABLE shop.users VALIDATE CONSTRAINT there;
-- ~ shop.users.email name of not null there -> users_email_not_null
ALTER TABLE shop.users RENAME CONSTRAINT there TO users_email_not_null;
-- ~ shop.users.name not null by name is there no inherit not valid
ALTER TABLE shop.users ADD CONSTRAINT "name is there" NOT NULL name NO INHERIT NOT VALID;
-- ~ shop.users.id generated always as identity
SELECT pg_catalog.setval(i.s, GREATEST(LEAST(COALESCE(pg_catalog.pg_sequence_last_value(i.s), 1000), 5000), 5), pg_catalog.pg_sequence_last_value(i.s) IS NOT NULL) FROM (SELECT pg_catalog.pg_get_serial_sequence('shop.users', 'id')::regclass AS s) i WHERE COALESCE(pg_catalog.pg_sequence_last_value(i.s), 1000) NOT BETWEEN 5 AND 5000;
ALTER TABLE shop.users ALTER COLUMN id SET GENERATED ALWAYS SET INCREMENT BY 2 SET MINVALUE 5 SET MAXVALUE 5000 SET START WITH 7 SET CACHE 3 SET CYCLE;
-- ~ shop.users.id no longer an identity
ALTER TABLE shop.users ALTER COLUMN id DROP IDENTITY;
-- ~ shop.order.user not null
ALTER TABLE shop."order" ALTER COLUMN "user" SET NOT NULL;
-- ~ shop.order.user generated always as identity
ALTER TABLE shop."order" ALTER COLUMN "user" ADD GENERATED ALWAYS AS IDENTITY;
SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence('shop."order"', 'user'), r.last) FROM (SELECT pg_catalog.max("user") AS last FROM shop."order") r WHERE r.last BETWEEN 1 AND 9223372036854775807;
-- ~ shop.order.number type bigint -> integer
ALTER TABLE shop."order" ALTER COLUMN number TYPE integer;
-- ~ shop.users.lower no longer generated
ALTER TABLE shop.users ALTER COLUMN lower DROP EXPRESSION;
-- ~ shop.users.lower generated as upper((email)::text) stored
ALTER TABLE shop.users ALTER COLUMN lower SET EXPRESSION AS (upper((email)::text));
-- ~ shop.order.mood type shop.mood -> shop.mood[]
ALTER TABLE shop."order" ALTER COLUMN mood TYPE shop.mood[] USING mood::text::shop.mood[];
-- ~ shop.vip.level type integer -> boolean
ALTER TABLE shop.vip ALTER COLUMN level TYPE boolean USING level::boolean;
-- ~ shop.remote.a foreign options
ALTER FOREIGN TABLE shop.remote ALTER COLUMN a OPTIONS (SET "column" 'c');
-- ~ definition shop.shell options
ALTER TYPE shop.shell SET (SEND = NONE, STORAGE = main);
-- ~ default shop.users.name 'a''b\c'::text -> 'b'::text
ALTER TABLE shop.users ALTER COLUMN name SET DEFAULT 'b'::text;
-- ~ primary key shop.users.users_pkey storage parameters
ALTER INDEX shop.users_pkey SET (fillfactor=50);
-- ~ primary key shop.users.users_pkey tablespace
ALTER INDEX shop.users_pkey SET TABLESPACE space;
-- ~ unique shop.order.order_number_key storage parameters
ALTER INDEX shop.order_number_key RESET (fillfactor);
-- ~ unique shop.order.order_number_key tablespace
ALTER INDEX shop.order_number_key SET TABLESPACE space;
-- ~ check shop.order.later validated
ALTER TABLE shop."order" VALIDATE CONSTRAINT later;
-- ~ foreign key shop.order.order_user_fkey not deferrable
ALTER TABLE shop."order" ALTER CONSTRAINT order_user_fkey NOT DEFERRABLE;
-- ~ foreign key shop.order.order_user_fkey deferrable initially deferred
ALTER TABLE shop."order" ALTER CONSTRAINT order_user_fkey DEFERRABLE INITIALLY DEFERRED;
-- ~ foreign key shop.order.order_user_fkey validated
ALTER TABLE shop."order" VALIDATE CONSTRAINT order_user_fkey;
-- ~ foreign key shop.order.order_user_fkey enforced
ALTER TABLE shop."order" ALTER CONSTRAINT order_user_fkey NOT ENFORCED;
-- ~ index shop.Users by name storage parameters
ALTER INDEX shop."Users by name" SET (gin_pending_list_limit=128);
ALTER INDEX shop."Users by name" RESET (fastupdate);
-- ~ index shop.Users by name tablespace
ALTER INDEX shop."Users by name" SET TABLESPACE space;
-- ~ view shop.emails query
CREATE OR REPLACE VIEW shop.emails WITH (check_option='local') AS
SELECT email, id FROM shop.users;
-- ~ view shop.emails options
ALTER VIEW shop.emails SET (check_option='local');
ALTER VIEW shop.emails RESET (security_barrier);
-- ~ materialized view shop.counts access method
ALTER MATERIALIZED VIEW shop.counts SET ACCESS METHOD heap2;
-- ~ materialized view shop.counts tablespace
ALTER MATERIALIZED VIEW shop.counts SET TABLESPACE space;
-- ~ materialized view shop.counts storage parameters
ALTER MATERIALIZED VIEW shop.counts SET (autovacuum_enabled=false), RESET (fillfactor);
-- ~ materialized view shop.counts populated
REFRESH MATERIALIZED VIEW shop.counts;
-- ~ trigger shop.users.noted definition
CREATE OR REPLACE TRIGGER noted BEFORE INSERT ON shop.users FOR EACH ROW EXECUTE FUNCTION shop.note();
ALTER TABLE shop.users ENABLE ALWAYS TRIGGER noted;
-- ~ trigger shop.users.noted enabled
ALTER TABLE shop.users ENABLE ALWAYS TRIGGER noted;
-- ~ trigger of a partition shop.events_1.seen enabled
ALTER TABLE shop.events_1 ENABLE ALWAYS TRIGGER seen;
-- ~ event trigger watching enabled
ALTER EVENT TRIGGER watching ENABLE;
-- ~ rule shop.order.quiet definition
CREATE OR REPLACE RULE quiet AS
    ON UPDATE TO shop."order" DO INSTEAD NOTHING;
-- ~ rule shop.order.quiet enabled
ALTER TABLE shop."order" ENABLE REPLICA RULE quiet;
-- ~ policy shop.users.own definition
ALTER POLICY own ON shop.users TO PUBLIC USING (id > 1);
-- ~ comment on schema shop 'it's \ schema shop' -> 'another'
COMMENT ON SCHEMA shop IS 'another';
-- ~ owner of table shop.order postgres -> shop_app
ALTER TABLE shop."order" OWNER TO shop_app;
-- ~ privileges shop_app on table shop.users delete with grant option, insert with grant option, select -> insert, select with grant option, update
REVOKE DELETE ON TABLE shop.users FROM shop_app;
REVOKE GRANT OPTION FOR INSERT ON TABLE shop.users FROM shop_app;
GRANT UPDATE ON TABLE shop.users TO shop_app;
GRANT SELECT ON TABLE shop.users TO shop_app WITH GRANT OPTION;
-- ~ privileges public on enum shop.mood no usage -> usage
GRANT USAGE ON TYPE shop.mood TO PUBLIC;
-- ~ default privileges 1 privileges
ALTER DEFAULT PRIVILEGES FOR ROLE shop_app IN SCHEMA shop REVOKE SELECT ON TABLES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE shop_app IN SCHEMA shop GRANT INSERT ON TABLES TO PUBLIC;
-- ~ enum shop.mood sad -> it's new, it's ok -> happy, happy -> it's ok
ALTER TYPE shop.mood RENAME VALUE 'sad' TO 'it''s new';
ALTER TYPE shop.mood RENAME VALUE 'it''s ok' TO '__dibs_old_1';
ALTER TYPE shop.mood RENAME VALUE 'happy' TO 'it''s ok';
ALTER TYPE shop.mood RENAME VALUE '__dibs_old_1' TO 'happy';
