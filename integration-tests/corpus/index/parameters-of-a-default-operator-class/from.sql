CREATE TABLE doc (id int, words tsvector);
CREATE INDEX doc_words ON doc USING gist (words);
