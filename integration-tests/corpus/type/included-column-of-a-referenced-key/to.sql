CREATE TABLE city (id integer, people bigint, CONSTRAINT city_once UNIQUE (id) INCLUDE (people));
CREATE TABLE road (leads_to integer REFERENCES city (id));
