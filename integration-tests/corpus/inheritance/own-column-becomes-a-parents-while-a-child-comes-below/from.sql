CREATE TABLE base (id integer);
CREATE TABLE one (b integer) INHERITS (base);
CREATE TABLE two (b integer) INHERITS (base);
CREATE TABLE both_of_them () INHERITS (one, two);
