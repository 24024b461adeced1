CREATE TABLE people (id int PRIMARY KEY);
CREATE TABLE post (id int PRIMARY KEY, author int CONSTRAINT post_author REFERENCES people);
