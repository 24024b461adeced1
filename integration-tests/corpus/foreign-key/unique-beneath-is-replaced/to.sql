CREATE TABLE p (id int PRIMARY KEY, code text, CONSTRAINT p_code UNIQUE (code) INCLUDE (id));
CREATE TABLE c (code text CONSTRAINT c_code REFERENCES p (code));
