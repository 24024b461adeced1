CREATE COLLATION house (provider = icu, locale = 'fr', deterministic = false);
CREATE TABLE t (id int PRIMARY KEY, a text COLLATE house UNIQUE, b text COLLATE "POSIX");
