CREATE TABLE goods (id integer NOT NULL, label text);
CREATE TABLE chairs (label text, legs integer) INHERITS (goods);
CREATE TABLE stools () INHERITS (chairs);
