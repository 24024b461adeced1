CREATE TABLE dated (
  created timestamptz DEFAULT '2020-01-01'
);
CREATE TABLE orders (
  id int,
  created timestamptz NOT NULL,
  amount int DEFAULT 7
) INHERITS (dated);
CREATE INDEX orders_amount ON orders (amount);
CREATE VIEW large AS SELECT id, amount FROM orders WHERE amount > 100;

CREATE TABLE noted (
  note varchar(20)
);
CREATE TABLE plain (
  note varchar(20) NOT NULL,
  other int
);
COMMENT ON COLUMN plain.note IS 'kept';
