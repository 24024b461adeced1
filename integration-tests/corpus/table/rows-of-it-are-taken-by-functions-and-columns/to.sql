CREATE TABLE item(id bigint, name text, price numeric);
CREATE TABLE hist(at date);
CREATE FUNCTION label(i item) RETURNS text LANGUAGE sql STABLE AS 'SELECT i.name || i.price';
CREATE FUNCTION all_items() RETURNS SETOF item LANGUAGE sql AS 'SELECT * FROM item';
CREATE VIEW v AS SELECT label(i) AS l FROM item i;
