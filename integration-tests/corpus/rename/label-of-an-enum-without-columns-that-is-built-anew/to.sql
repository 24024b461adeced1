-- rename: s1.beta.green=s1.beta.grey

CREATE SCHEMA s1;
CREATE SCHEMA s2;
CREATE TYPE s1.beta AS ENUM ('first', 'grey', 'it''s', 'red', 'blue');
