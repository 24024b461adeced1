CREATE TYPE size AS ENUM ('s', 'm', 'l');
CREATE TYPE sizes AS RANGE (SUBTYPE = size);
CREATE TABLE t (r sizes);
