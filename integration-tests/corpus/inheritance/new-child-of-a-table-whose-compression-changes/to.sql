CREATE TABLE thing (label text, note text, n text COMPRESSION pglz, m text);
CREATE TABLE chair (legs int) INHERITS (thing);
CREATE TABLE stool () INHERITS (thing);
ALTER TABLE ONLY stool ALTER n SET COMPRESSION default, ALTER note SET STORAGE MAIN, ALTER m SET COMPRESSION pglz;
