CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE c (id int PRIMARY KEY, p int CONSTRAINT formerly_called REFERENCES p, n int CONSTRAINT spare CHECK (n > 0));
