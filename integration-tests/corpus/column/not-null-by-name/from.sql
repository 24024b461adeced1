-- major: 18+
CREATE TABLE t (id int PRIMARY KEY, a text CONSTRAINT a_is_there NOT NULL, b text NOT NULL, c text, d text CONSTRAINT d_is_there NOT NULL,
    e int CONSTRAINT e_is_there NOT NULL GENERATED ALWAYS AS IDENTITY, f text CONSTRAINT f_is_there NOT NULL);
