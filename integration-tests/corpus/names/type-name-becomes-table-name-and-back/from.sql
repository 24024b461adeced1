CREATE TYPE a AS ENUM ('x');
CREATE TABLE b (id int);
