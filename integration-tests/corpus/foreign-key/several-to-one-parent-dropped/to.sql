CREATE TABLE c1 (p int);
CREATE TABLE c2 (p int, q int);
