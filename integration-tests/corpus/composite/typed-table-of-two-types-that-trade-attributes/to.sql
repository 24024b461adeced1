CREATE TYPE inner_part AS (y int, x int, z text);
CREATE TYPE thing AS (part inner_part, id int);
CREATE TABLE things OF thing;
CREATE TABLE parts OF inner_part (PRIMARY KEY (x));
