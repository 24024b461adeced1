CREATE TYPE side AS ENUM ('left', 'right');
CREATE TABLE t (id int PRIMARY KEY, s side);
