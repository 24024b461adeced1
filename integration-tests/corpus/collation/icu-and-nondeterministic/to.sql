CREATE COLLATION german (PROVIDER = icu, LOCALE = 'de-u-co-phonebk');
CREATE COLLATION anycase (PROVIDER = icu, LOCALE = 'und-u-ks-level2', DETERMINISTIC = false);
CREATE TABLE t (name text COLLATE anycase);
COMMENT ON COLLATION anycase IS 'looks away';
