CREATE COLLATION house (provider = icu, locale = 'de');
CREATE TABLE t (id int PRIMARY KEY, a text COLLATE house UNIQUE);
