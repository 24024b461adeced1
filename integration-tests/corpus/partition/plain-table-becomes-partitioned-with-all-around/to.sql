CREATE TYPE state AS ENUM ('new', 'sent', 'odd');
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'touched'; END $$;
CREATE SEQUENCE serial_no;
CREATE TABLE customer (id integer PRIMARY KEY);
CREATE TABLE "order" (
    id bigint NOT NULL,
    no bigint DEFAULT nextval('serial_no') NOT NULL,
    customer_id integer NOT NULL REFERENCES customer,
    state state NOT NULL DEFAULT 'new',
    amount bigint NOT NULL CHECK (amount > 0),
    twice bigint GENERATED ALWAYS AS (amount * 2) STORED,
    CONSTRAINT order_pkey PRIMARY KEY (id)
) PARTITION BY HASH (id);
ALTER SEQUENCE serial_no OWNED BY "order".no;
CREATE TABLE order_0 PARTITION OF "order" FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE order_1 PARTITION OF "order" FOR VALUES WITH (MODULUS 2, REMAINDER 1) PARTITION BY RANGE (id);
CREATE TABLE order_1_all PARTITION OF order_1 DEFAULT;
CREATE INDEX order_customer_idx ON "order" (customer_id) WHERE amount > 5;
CREATE VIEW order_sums AS SELECT customer_id, sum(amount) AS amount FROM "order" GROUP BY customer_id;
CREATE MATERIALIZED VIEW order_counts AS SELECT customer_id, count(*) AS n FROM "order" GROUP BY customer_id;
CREATE TABLE item (order_id bigint REFERENCES "order", what text);
CREATE TRIGGER touched BEFORE INSERT ON "order" FOR EACH ROW EXECUTE FUNCTION touch();
COMMENT ON TABLE "order" IS 'what was ordered';
