CREATE TABLE note (id int PRIMARY KEY, parent int REFERENCES note, ticket int NOT NULL DEFAULT 3, amount int, at text);
CREATE INDEX note_ticket ON note (ticket);
CREATE VIEW tickets AS SELECT ticket, amount FROM note;
CREATE TABLE "a "" ALTER COLUMN b" (x int, y int);
CREATE TABLE base (a int, b int); CREATE TABLE child (c int) INHERITS (base);
