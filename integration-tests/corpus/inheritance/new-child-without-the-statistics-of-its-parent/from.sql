CREATE TABLE words (word text, number integer);
