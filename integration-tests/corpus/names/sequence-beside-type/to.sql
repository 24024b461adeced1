CREATE TABLE other (id int);
CREATE SEQUENCE mood;
CREATE TYPE mood AS ENUM ('ok', 'fine');
