CREATE TABLE people (number integer, mail text, CONSTRAINT people_number PRIMARY KEY (number));
CREATE VIEW mails AS SELECT p.mail FROM people p GROUP BY p.number;
