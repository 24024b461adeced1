-- Each form makes the wanted schema out of base.sql. After its name, in brackets: the servers that know it, and
-- whether the plan is to be an online one. A rename is said, as a person would say it.

-- form: add column
ALTER TABLE shop.plain ADD COLUMN n int;

-- form: add column with constant default
ALTER TABLE shop.plain ADD COLUMN n int NOT NULL DEFAULT 1;

-- form: add column with now() default
ALTER TABLE shop.plain ADD COLUMN n timestamptz DEFAULT now();

-- form: add column with volatile default
ALTER TABLE shop.plain ADD COLUMN n float8 DEFAULT random();

-- form: add identity column
ALTER TABLE shop.plain ADD COLUMN n int GENERATED ALWAYS AS IDENTITY;

-- form: add stored generated column
ALTER TABLE shop.plain ADD COLUMN n int GENERATED ALWAYS AS (a * 2) STORED;

-- form: add virtual generated column [18+]
ALTER TABLE shop.plain ADD COLUMN n int GENERATED ALWAYS AS (a * 2) VIRTUAL;

-- form: add column of a constrained domain
ALTER TABLE shop.plain ADD COLUMN n shop.positive;

-- form: add column of a plain domain
ALTER TABLE shop.plain ADD COLUMN n shop.label;

-- form: add column with check
ALTER TABLE shop.plain ADD COLUMN n int CONSTRAINT n_check CHECK (n > 0);

-- form: add column with foreign key
ALTER TABLE shop.plain ADD COLUMN n int CONSTRAINT n_fkey REFERENCES shop.customer (id);

-- form: add column to partitioned table
ALTER TABLE shop.event ADD COLUMN n int;

-- form: add column to inheritance parent
ALTER TABLE shop.parent ADD COLUMN n int;

-- form: drop column
ALTER TABLE shop.plain DROP COLUMN b;

-- form: drop column with sequence
ALTER TABLE shop.plain DROP COLUMN c;

-- form: drop column with foreign key
ALTER TABLE shop.orders DROP COLUMN payer;

-- form: drop column with index
ALTER TABLE shop.orders DROP COLUMN note;

-- form: drop column of partitioned table
ALTER TABLE shop.event DROP COLUMN id;

-- form: varchar grows
ALTER TABLE shop.customer ALTER COLUMN email TYPE varchar(200);

-- form: varchar to text
ALTER TABLE shop.customer ALTER COLUMN email TYPE text;

-- form: varchar shrinks
ALTER TABLE shop.customer ALTER COLUMN email TYPE varchar(50);

-- form: indexed varchar grows
ALTER TABLE shop.orders ALTER COLUMN note TYPE varchar(80);

-- form: int to bigint
ALTER TABLE shop.plain ALTER COLUMN a TYPE bigint;

-- form: text to varchar
ALTER TABLE shop.plain ALTER COLUMN b TYPE varchar(40);

-- form: numeric grows in precision
ALTER TABLE shop.price ALTER COLUMN net TYPE numeric(12, 2);

-- form: numeric changes scale
ALTER TABLE shop.price ALTER COLUMN net TYPE numeric(12, 3);

-- form: numeric loses its limit
ALTER TABLE shop.price ALTER COLUMN net TYPE numeric;

-- form: timestamp to timestamptz
ALTER TABLE shop.customer ALTER COLUMN born TYPE timestamptz;

-- form: timestamp loses precision
ALTER TABLE shop.customer ALTER COLUMN born TYPE timestamp(3);

-- form: text to plain domain
ALTER TABLE shop.plain ALTER COLUMN b TYPE shop.label;

-- form: int to constrained domain
ALTER TABLE shop.plain ALTER COLUMN a TYPE shop.positive;

-- form: collation changes
ALTER TABLE shop.plain ALTER COLUMN b TYPE text COLLATE "C";

-- form: int to bigint on partitioned table
ALTER TABLE shop.event ALTER COLUMN id TYPE bigint;

-- form: set not null
ALTER TABLE shop.plain ALTER COLUMN a SET NOT NULL;

-- form: set not null on partitioned table
ALTER TABLE shop.event ALTER COLUMN note SET NOT NULL;

-- form: add not null by name [18+]
ALTER TABLE shop.parent ADD CONSTRAINT a_there NOT NULL a;

-- form: add not null that children do without [18+]
ALTER TABLE shop.parent ADD CONSTRAINT a_there NOT NULL a NO INHERIT;

-- form: add not null not valid [18+]
ALTER TABLE shop.parent ADD CONSTRAINT a_there NOT NULL a NOT VALID;

-- form: validate not null [18+]
ALTER TABLE shop.strict VALIDATE CONSTRAINT strict_a;

-- form: not null no longer valid [18+]
ALTER TABLE shop.strict DROP CONSTRAINT strict_c_not_null, ADD CONSTRAINT strict_c_not_null NOT NULL c NOT VALID;

-- form: rename not null [18+]
ALTER TABLE shop.strict RENAME CONSTRAINT strict_c_not_null TO c_there;

-- form: rename not null that children do without [18+]
ALTER TABLE shop.strict RENAME CONSTRAINT strict_b TO b_there;

-- form: not null goes over to children [18+]
ALTER TABLE shop.strict ALTER CONSTRAINT strict_b INHERIT;

-- form: not null no longer goes over to children [18+]
ALTER TABLE shop.strict ALTER CONSTRAINT strict_c_not_null NO INHERIT;

-- form: drop not null that children do without [18+]
ALTER TABLE shop.strict ALTER COLUMN b DROP NOT NULL;

-- form: drop not null of an inheritance parent
ALTER TABLE shop.strict ALTER COLUMN c DROP NOT NULL;

-- form: drop not null
ALTER TABLE shop.customer ALTER COLUMN email DROP NOT NULL;

-- form: set default
ALTER TABLE shop.plain ALTER COLUMN a SET DEFAULT 3;

-- form: change default
ALTER TABLE shop.orders ALTER COLUMN note SET DEFAULT 'other';

-- form: drop default
ALTER TABLE shop.orders ALTER COLUMN note DROP DEFAULT;

-- form: add identity
ALTER TABLE shop.price ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;

-- form: change identity
ALTER TABLE shop.customer ALTER COLUMN id SET GENERATED ALWAYS;

-- form: drop identity
ALTER TABLE shop.customer ALTER COLUMN id DROP IDENTITY;

-- form: drop generation expression
ALTER TABLE shop.orders ALTER COLUMN doubled DROP EXPRESSION;

-- form: change generation expression [17+]
ALTER TABLE shop.orders ALTER COLUMN doubled SET EXPRESSION AS (quantity * 3);

-- form: add check
ALTER TABLE shop.plain ADD CONSTRAINT plain_check CHECK (a > 0);

-- form: add check not valid
ALTER TABLE shop.plain ADD CONSTRAINT plain_check CHECK (a > 0) NOT VALID;

-- form: validate check
ALTER TABLE shop.orders VALIDATE CONSTRAINT orders_amount_check;

-- form: drop check
ALTER TABLE shop.orders DROP CONSTRAINT orders_quantity_check;

-- form: add check to inheritance parent
ALTER TABLE shop.parent ADD CONSTRAINT parent_check CHECK (a > 0);

-- form: add foreign key
ALTER TABLE shop.plain ADD CONSTRAINT plain_fkey FOREIGN KEY (a) REFERENCES shop.customer (id);

-- form: add foreign key not valid
ALTER TABLE shop.plain ADD CONSTRAINT plain_fkey FOREIGN KEY (a) REFERENCES shop.customer (id) NOT VALID;

-- form: add foreign key not enforced [18+]
ALTER TABLE shop.plain ADD CONSTRAINT plain_fkey FOREIGN KEY (a) REFERENCES shop.customer (id) NOT ENFORCED;

-- form: validate foreign key
ALTER TABLE shop.orders VALIDATE CONSTRAINT orders_payer_fkey;

-- form: foreign key becomes deferrable
ALTER TABLE shop.orders ALTER CONSTRAINT orders_customer_fkey DEFERRABLE;

-- form: drop foreign key
ALTER TABLE shop.orders DROP CONSTRAINT orders_customer_fkey;

-- form: add foreign key to partitioned table
ALTER TABLE shop.event ADD CONSTRAINT event_fkey FOREIGN KEY (id) REFERENCES shop.wide (id);

-- form: add unique constraint
ALTER TABLE shop.plain ADD CONSTRAINT plain_key UNIQUE (a);

-- form: add primary key
ALTER TABLE shop.plain ADD CONSTRAINT plain_pkey PRIMARY KEY (c);

-- form: add primary key on nullable column
ALTER TABLE shop.plain ADD CONSTRAINT plain_pkey PRIMARY KEY (a);

-- form: add primary key to partitioned table
ALTER TABLE shop.event ADD CONSTRAINT event_pkey PRIMARY KEY (id, day);

-- form: add exclusion constraint
ALTER TABLE shop.orders ADD CONSTRAINT orders_excl EXCLUDE USING gist (span WITH &&);

-- form: drop unique constraint
ALTER TABLE shop.customer DROP CONSTRAINT customer_code_key;

-- form: drop primary key
ALTER TABLE shop.orders DROP CONSTRAINT orders_pkey;

-- form: create index
CREATE INDEX plain_idx ON shop.plain (a);

-- form: create unique index
CREATE UNIQUE INDEX plain_idx ON shop.plain (a);

-- form: create index on partitioned table
CREATE INDEX event_idx ON shop.event (id);

-- form: create index on materialized view
CREATE INDEX totals_idx ON shop.totals (customer);

-- form: drop index
DROP INDEX shop.orders_note_idx;

-- form: drop index of partitioned table
DROP INDEX shop.event_note_idx;

-- form: rename index
ALTER INDEX shop.orders_note_idx RENAME TO orders_note_index;

-- form: set index fillfactor
ALTER INDEX shop.orders_note_idx SET (fillfactor = 70);

-- form: attach partition
ALTER TABLE shop.event ATTACH PARTITION shop.event_3 FOR VALUES FROM (200) TO (300);

-- form: attach partition beside a default one
ALTER TABLE shop.log ATTACH PARTITION shop.log_2 FOR VALUES FROM (100) TO (200);

-- form: join partitions
DROP TABLE shop.log_1;
CREATE TABLE shop.log_wide PARTITION OF shop.log FOR VALUES FROM (0) TO (200);

-- form: create partition
CREATE TABLE shop.event_4 PARTITION OF shop.event FOR VALUES FROM (300) TO (400);

-- form: detach partition
ALTER TABLE shop.event DETACH PARTITION shop.event_2;

-- form: detach partition beside a default one
ALTER TABLE shop.log DETACH PARTITION shop.log_1;

-- form: drop partition
DROP TABLE shop.event_2;

-- form: inherit
ALTER TABLE shop.heir INHERIT shop.parent;

-- form: no inherit
ALTER TABLE shop.child NO INHERIT shop.parent;

-- form: create trigger
CREATE TRIGGER plain_touch BEFORE UPDATE ON shop.plain FOR EACH ROW EXECUTE FUNCTION shop.touch();

-- form: change trigger
CREATE OR REPLACE TRIGGER orders_touch BEFORE INSERT ON shop.orders FOR EACH ROW EXECUTE FUNCTION shop.touch();

-- form: disable trigger
ALTER TABLE shop.orders DISABLE TRIGGER orders_touch;

-- form: drop trigger
DROP TRIGGER orders_touch ON shop.orders;

-- form: create policy
CREATE POLICY plain_own ON shop.plain USING (a > 0);

-- form: change policy
ALTER POLICY orders_own ON shop.orders USING (quantity > 1);

-- form: drop policy
DROP POLICY orders_own ON shop.orders;

-- form: enable row security
ALTER TABLE shop.plain ENABLE ROW LEVEL SECURITY;

-- form: force row security
ALTER TABLE shop.plain FORCE ROW LEVEL SECURITY;

-- form: create rule
CREATE RULE plain_rule AS ON DELETE TO shop.plain DO INSTEAD NOTHING;

-- form: drop rule
DROP RULE orders_rule ON shop.orders;

-- form: comment on table
COMMENT ON TABLE shop.plain IS 'new';

-- form: comment on column
COMMENT ON COLUMN shop.plain.a IS 'new';

-- form: comment on index
COMMENT ON INDEX shop.orders_note_idx IS 'new';

-- form: comment on constraint
COMMENT ON CONSTRAINT orders_customer_fkey ON shop.orders IS 'new';

-- form: set storage
ALTER TABLE shop.plain ALTER COLUMN b SET STORAGE EXTERNAL;

-- form: set statistics
ALTER TABLE shop.plain ALTER COLUMN b SET STATISTICS 500;

-- form: set compression
ALTER TABLE shop.plain ALTER COLUMN b SET COMPRESSION pglz;

-- form: set column option
ALTER TABLE shop.plain ALTER COLUMN b SET (n_distinct = 5);

-- form: set fillfactor
ALTER TABLE shop.plain SET (fillfactor = 70);

-- form: set unlogged
ALTER TABLE shop.price SET UNLOGGED;

-- form: replica identity full
ALTER TABLE shop.plain REPLICA IDENTITY FULL;

-- form: cluster on
ALTER TABLE shop.orders CLUSTER ON orders_note_idx;

-- form: create statistics
CREATE STATISTICS shop.plain_statistics ON a, c FROM shop.plain;

-- form: drop statistics
DROP STATISTICS shop.orders_statistics;

-- form: grant
GRANT SELECT ON shop.plain TO PUBLIC;

-- form: enum value
ALTER TYPE shop.state ADD VALUE 'sent';

-- form: composite attribute
ALTER TYPE shop.size ADD ATTRIBUTE depth int;

-- form: domain not null
ALTER DOMAIN shop.label SET NOT NULL;

-- form: domain check
ALTER DOMAIN shop.label ADD CONSTRAINT label_check CHECK (length(VALUE) > 0);

-- form: domain check not valid
ALTER DOMAIN shop.label ADD CONSTRAINT label_check CHECK (length(VALUE) > 0) NOT VALID;

-- form: drop domain check
ALTER DOMAIN shop.positive DROP CONSTRAINT positive_check;

-- form: change sequence
ALTER SEQUENCE shop.ticket INCREMENT BY 5;

-- form: sequence gets an owner
ALTER SEQUENCE shop.ticket OWNED BY shop.plain.a;

-- form: drop sequence
DROP SEQUENCE shop.ticket;

-- form: create table
CREATE TABLE shop.fresh (a int PRIMARY KEY);

-- form: create table with foreign key
CREATE TABLE shop.fresh (a int REFERENCES shop.customer (id));

-- form: drop table
DROP TABLE shop.price;

-- form: drop table with foreign key
DROP TABLE shop.orders CASCADE;

-- form: create view
CREATE VIEW shop.seen AS SELECT a FROM shop.plain;

-- form: replace view
CREATE OR REPLACE VIEW shop.named AS SELECT id, name, code FROM shop.customer;

-- form: view option
ALTER VIEW shop.named SET (security_barrier = true);

-- form: drop view
DROP VIEW shop.named;

-- form: create materialized view
CREATE MATERIALIZED VIEW shop.seen AS SELECT a FROM shop.plain;

-- form: drop materialized view
DROP MATERIALIZED VIEW shop.totals;

-- form: replace function
CREATE OR REPLACE FUNCTION shop.twice(n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT n + n';

-- form: drop function
DROP FUNCTION shop.twice(int);

-- form: add table to publication
ALTER PUBLICATION shop_all ADD TABLE shop.price;

-- form: create publication
CREATE PUBLICATION shop_some FOR TABLE shop.price;

-- form: create index online [online]
CREATE INDEX plain_idx ON shop.plain (a);

-- form: add check online [online]
ALTER TABLE shop.plain ADD CONSTRAINT plain_check CHECK (a > 0);

-- form: add foreign key online [online]
ALTER TABLE shop.plain ADD CONSTRAINT plain_fkey FOREIGN KEY (a) REFERENCES shop.customer (id);

-- form: set not null online [online]
ALTER TABLE shop.plain ALTER COLUMN a SET NOT NULL;

-- form: add unique constraint online [online]
ALTER TABLE shop.plain ADD CONSTRAINT plain_key UNIQUE (a);

-- form: drop index online [online]
DROP INDEX shop.orders_note_idx;

-- form: create index on partitioned table online [online]
CREATE INDEX event_day_idx ON shop.event (day);

-- form: add unique constraint on partitioned table online [online]
ALTER TABLE shop.event ADD CONSTRAINT event_key UNIQUE (id, day);

-- form: add check to partitioned table online [online]
ALTER TABLE shop.event ADD CONSTRAINT event_check CHECK (id > 0);

-- form: add check to inheritance parent online [online]
ALTER TABLE shop.parent ADD CONSTRAINT parent_check CHECK (a > 0);

-- form: add check without inheritance online [online]
ALTER TABLE shop.parent ADD CONSTRAINT parent_check CHECK (a > 0) NO INHERIT;

-- form: set not null on partitioned table online [online]
ALTER TABLE shop.event ALTER COLUMN note SET NOT NULL;

-- form: set not null on inheritance parent online [online]
ALTER TABLE shop.parent ALTER COLUMN a SET NOT NULL;

-- form: attach partition online [online]
ALTER TABLE shop.event ATTACH PARTITION shop.event_3 FOR VALUES FROM (200) TO (300);

-- form: attach partition beside a default one online [online]
ALTER TABLE shop.log ATTACH PARTITION shop.log_2 FOR VALUES FROM (100) TO (200);

-- form: detach partition online [online]
ALTER TABLE shop.event DETACH PARTITION shop.event_2;

-- form: drop partition online [online]
DROP TABLE shop.event_2;

-- form: collation of an indexed column changes
ALTER TABLE shop.orders ALTER COLUMN note TYPE varchar(50) COLLATE "C";

-- form: drop table from publication
ALTER PUBLICATION shop_all DROP TABLE shop.plain;

-- form: rename table
-- renamed: table price cost
ALTER TABLE shop.price RENAME TO cost;

-- form: rename column
-- renamed: column plain a aa
ALTER TABLE shop.plain RENAME COLUMN a TO aa;

-- form: table becomes partitioned
DROP TABLE shop.heir;
CREATE TABLE shop.heir (a int, b text) PARTITION BY RANGE (a);
CREATE TABLE shop.heir_rest PARTITION OF shop.heir DEFAULT;

-- form: partitioned table becomes plain
DROP TABLE shop.log;
CREATE TABLE shop.log (id int NOT NULL, day int NOT NULL);
