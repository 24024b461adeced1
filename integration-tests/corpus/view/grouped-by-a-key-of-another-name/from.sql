CREATE TABLE people (id integer, mail text, CONSTRAINT people_pkey PRIMARY KEY (id));
CREATE VIEW mails AS SELECT p.mail FROM people p GROUP BY p.id;
