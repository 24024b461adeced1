-- what has no name in a subquery is printed otherwise once Postgres has read its own text: no difference may stay behind
CREATE TABLE customers (id int, born date, name varchar(20));
CREATE TABLE vendors (id int, born date, name varchar(20));
