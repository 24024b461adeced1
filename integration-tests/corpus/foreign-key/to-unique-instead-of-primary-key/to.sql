CREATE TABLE p (id int PRIMARY KEY, code text NOT NULL UNIQUE);
CREATE TABLE c (id int PRIMARY KEY, p_code text REFERENCES p (code));
