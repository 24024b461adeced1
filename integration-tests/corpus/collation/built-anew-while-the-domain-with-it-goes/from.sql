CREATE COLLATION c (provider = icu, locale = 'de');
CREATE DOMAIN d AS text COLLATE c;
CREATE DOMAIN e AS text COLLATE c;
CREATE TABLE t (a d, b e);
