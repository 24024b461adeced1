CREATE TABLE item(id int, name text);
CREATE TABLE hist(at date, old item, olds item[]);
CREATE FUNCTION label(i item) RETURNS text LANGUAGE sql STABLE AS 'SELECT i.name';
CREATE FUNCTION all_items() RETURNS SETOF item LANGUAGE sql AS 'SELECT * FROM item';
CREATE VIEW v AS SELECT label(i) AS l FROM item i;
