CREATE TABLE thing (label text COMPRESSION pglz, note text, n text, m text);
ALTER TABLE thing ALTER note SET STORAGE EXTERNAL;
