CREATE TABLE item (amount integer, note text);
CREATE TYPE entry AS (item item, page integer);
CREATE DOMAIN positive AS item CHECK ((VALUE).amount > 0);
CREATE TABLE account (
    id integer PRIMARY KEY,
    last item DEFAULT ROW(1, 'first'),
    all_of_them item[],
    inside entry,
    checked positive,
    CONSTRAINT not_none CHECK ((last).amount IS NOT NULL)
);
CREATE INDEX account_last ON account (((last).note));
CREATE INDEX account_whole ON account (all_of_them) WHERE all_of_them IS NOT NULL;
CREATE VIEW overview AS SELECT id, (last).amount, checked FROM account;
CREATE MATERIALIZED VIEW copied AS SELECT id, last FROM account;
CREATE TABLE book (id integer, of_account account);
CREATE TABLE parts (id integer, last item) PARTITION BY LIST (id);
CREATE TABLE parts_one PARTITION OF parts FOR VALUES IN (1);
CREATE TABLE below () INHERITS (account);
COMMENT ON COLUMN account.last IS 'the last one';
ALTER TABLE account ALTER last SET STATISTICS 50;
