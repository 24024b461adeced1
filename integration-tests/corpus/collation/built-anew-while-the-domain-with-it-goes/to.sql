CREATE COLLATION c (provider = icu, locale = 'fr');
CREATE DOMAIN another AS text COLLATE c;
CREATE TABLE t (a text COLLATE c, b another);
