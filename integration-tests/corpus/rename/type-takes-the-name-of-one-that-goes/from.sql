CREATE TYPE a AS ENUM ('x','y');
CREATE TYPE b AS ENUM ('x','y','z');
CREATE TABLE t (b b, a a DEFAULT 'x');
