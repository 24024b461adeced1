CREATE TEXT SEARCH CONFIGURATION conf (COPY = simple);
CREATE TABLE t (id int, body text);
