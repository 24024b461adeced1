CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE c1 (p int REFERENCES parent);
CREATE TABLE c2 (p int REFERENCES parent, q int REFERENCES parent);
CREATE TABLE c3 (p int REFERENCES parent);
