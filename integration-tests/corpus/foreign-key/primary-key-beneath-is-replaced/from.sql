CREATE TABLE p (id int, code int, CONSTRAINT p_key PRIMARY KEY (id), CONSTRAINT p_code UNIQUE (code));
CREATE TABLE c (id int CONSTRAINT c_p REFERENCES p (id), code int CONSTRAINT c_code REFERENCES p (code));
