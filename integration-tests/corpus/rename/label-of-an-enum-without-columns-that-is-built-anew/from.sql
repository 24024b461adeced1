CREATE SCHEMA s1;
CREATE SCHEMA s2;
CREATE TYPE s1.beta AS ENUM ('first', 'grey', 'red', 'green');
