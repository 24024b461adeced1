-- forwards only: a base type and its functions need each other, and only CASCADE drops them
DO $$ BEGIN CREATE ROLE corpus_owner; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
CREATE TYPE mine;
CREATE FUNCTION mine_in(cstring) RETURNS mine LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION mine_out(mine) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE FUNCTION mine_recv(internal) RETURNS mine LANGUAGE internal IMMUTABLE STRICT AS 'int4recv';
CREATE FUNCTION mine_send(mine) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'int4send';
CREATE TYPE mine (INPUT = mine_in, OUTPUT = mine_out, RECEIVE = mine_recv, SEND = mine_send, INTERNALLENGTH = 4, PASSEDBYVALUE, ALIGNMENT = int4, DEFAULT = '7', CATEGORY = 'N', DELIMITER = ';');
COMMENT ON TYPE mine IS 'like an integer';
ALTER TYPE mine OWNER TO corpus_owner;
CREATE FUNCTION same(mine, mine) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'int4eq';
CREATE OPERATOR === (FUNCTION = same, LEFTARG = mine, RIGHTARG = mine);
CREATE CAST (int AS mine) WITHOUT FUNCTION;
CREATE DOMAIN narrow AS mine;
CREATE TABLE t (id int, m mine, a mine[], d narrow DEFAULT '1'::mine);
CREATE VIEW v AS SELECT m FROM t WHERE m === '1'::mine;
