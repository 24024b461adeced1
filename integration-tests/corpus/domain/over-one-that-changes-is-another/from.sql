CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE DOMAIN second_email AS email DEFAULT 'a@b';
CREATE TABLE people (mail second_email);
