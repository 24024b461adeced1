-- rows: SELECT concat_ws(',', sum(id), sum(ticket), sum(amount)) FROM note => 3,7,9
-- rows: SELECT concat_ws(',', sum(x), sum(y)) FROM "a "" ALTER COLUMN b" => 1,2
CREATE TABLE note (id bigint PRIMARY KEY, parent bigint REFERENCES note, ticket bigint NOT NULL DEFAULT 3, amount bigint, at varchar(20));
CREATE INDEX note_ticket ON note (ticket);
CREATE VIEW tickets AS SELECT ticket, amount FROM note;
CREATE TABLE "a "" ALTER COLUMN b" (x bigint, y bigint);
CREATE TABLE base (a bigint, b bigint); CREATE TABLE child (c bigint) INHERITS (base);
