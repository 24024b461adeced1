CREATE TYPE state AS ENUM ('new', 'sent');
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'touched'; END $$;
CREATE SEQUENCE serial_no;
CREATE TABLE customer (id integer PRIMARY KEY);
CREATE TABLE "order" (
    id bigint GENERATED ALWAYS AS IDENTITY,
    no bigint DEFAULT nextval('serial_no') NOT NULL,
    customer_id integer NOT NULL REFERENCES customer,
    state state NOT NULL DEFAULT 'new',
    amount integer NOT NULL CHECK (amount > 0),
    twice integer GENERATED ALWAYS AS (amount * 2) STORED,
    CONSTRAINT order_pkey PRIMARY KEY (id)
);
ALTER SEQUENCE serial_no OWNED BY "order".no;
CREATE INDEX order_customer_idx ON "order" (customer_id) WHERE amount > 5;
CREATE VIEW order_sums AS SELECT customer_id, sum(amount) AS amount FROM "order" GROUP BY customer_id;
CREATE MATERIALIZED VIEW order_counts AS SELECT customer_id, count(*) AS n FROM "order" GROUP BY customer_id;
CREATE TABLE item (order_id bigint REFERENCES "order", what text);
COMMENT ON TABLE "order" IS 'what was ordered';
