CREATE TYPE size AS ENUM ('small', 'large');
CREATE TABLE shirt (size size, colour text, CONSTRAINT shirt_once UNIQUE (size, colour));
CREATE TABLE stock (size size, colour text, FOREIGN KEY (size, colour) REFERENCES shirt (size, colour));
