CREATE TABLE p (id int NOT NULL, code int, CONSTRAINT p_key PRIMARY KEY (code), CONSTRAINT p_id UNIQUE (id));
CREATE TABLE c (id int CONSTRAINT c_p REFERENCES p (id), code int CONSTRAINT c_code REFERENCES p (code));
