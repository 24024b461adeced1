CREATE TABLE words (word text, number integer);
ALTER TABLE words ALTER number SET STATISTICS 77;
CREATE TABLE names (nick text) INHERITS (words);
CREATE TABLE verbs () INHERITS (words);
ALTER TABLE verbs ALTER number SET STATISTICS 77;
