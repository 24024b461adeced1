CREATE SCHEMA shop;
CREATE TYPE shop.state AS ENUM ('new', 'paid');
CREATE SEQUENCE shop.numbers;
CREATE TABLE shop.customer (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text);
CREATE TABLE shop.invoice (
    id bigint DEFAULT nextval('shop.numbers') PRIMARY KEY,
    customer bigint NOT NULL REFERENCES shop.customer,
    state shop.state DEFAULT 'new'
);
CREATE INDEX ON shop.invoice (customer);
COMMENT ON TABLE shop.invoice IS 'money to come';
