CREATE TABLE dated (
  created timestamptz DEFAULT '2020-01-01',
  amount bigint
);
CREATE TABLE orders (
  id int
) INHERITS (dated);
ALTER TABLE ONLY orders ALTER created SET NOT NULL;
ALTER TABLE ONLY orders ALTER amount SET DEFAULT 7;
CREATE INDEX orders_amount ON orders (amount);
CREATE VIEW large AS SELECT id, amount FROM orders WHERE amount > 100;

CREATE TABLE noted (
  note varchar(20)
);
CREATE TABLE plain (
  other int
) INHERITS (noted);
COMMENT ON COLUMN plain.note IS 'kept';
