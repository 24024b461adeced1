CREATE TABLE goods (id integer NOT NULL, label text DEFAULT 'x', price integer, CONSTRAINT named CHECK (label <> ''));
CREATE TABLE listed (id integer NOT NULL, page integer);
CREATE TABLE chairs (legs integer) INHERITS (goods, listed);
CREATE TABLE stools (soft boolean) INHERITS (chairs);
