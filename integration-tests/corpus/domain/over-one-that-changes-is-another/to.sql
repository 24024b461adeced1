CREATE DOMAIN email AS text NOT NULL CHECK (VALUE LIKE '%@%');
CREATE DOMAIN other_email AS email DEFAULT 'a@b';
CREATE TABLE people (mail other_email);
