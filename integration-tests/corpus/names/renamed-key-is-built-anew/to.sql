CREATE TABLE p (id bigint PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, p bigint CONSTRAINT spare REFERENCES p, n int CONSTRAINT formerly_called CHECK (n > 0));
