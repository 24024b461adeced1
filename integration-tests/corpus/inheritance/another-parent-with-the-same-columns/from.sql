CREATE TABLE things (id integer NOT NULL, label text DEFAULT 'x', size integer, CONSTRAINT named CHECK (label <> ''));
CREATE TABLE chairs (legs integer) INHERITS (things);
CREATE TABLE stools (soft boolean) INHERITS (chairs);
