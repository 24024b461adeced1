CREATE TABLE city (id integer, people integer, CONSTRAINT city_once UNIQUE (id) INCLUDE (people));
CREATE TABLE road (leads_to integer REFERENCES city (id));
