CREATE TEXT SEARCH CONFIGURATION conf (COPY = english);
CREATE TABLE t (id int, body text, words tsvector GENERATED ALWAYS AS (to_tsvector('conf', body)) STORED);
CREATE INDEX t_words ON t USING gin (words);
CREATE INDEX t_body ON t USING gin (to_tsvector('public.conf', body));
