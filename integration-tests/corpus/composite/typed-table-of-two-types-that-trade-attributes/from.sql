CREATE TYPE inner_part AS (x int, y int);
CREATE TYPE thing AS (id int, part inner_part);
CREATE TABLE things OF thing;
CREATE TABLE parts OF inner_part (PRIMARY KEY (x));
