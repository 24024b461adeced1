-- major: 18+
CREATE TABLE other (id integer);
CREATE TABLE units_of (class_id integer NOT NULL, id integer NOT NULL);
CREATE TABLE units (id integer NOT NULL, of_class_id integer NOT NULL, of_id integer CONSTRAINT units_of_id_not_null2 NOT NULL);
