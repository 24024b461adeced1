CREATE TABLE words (word text, number integer) PARTITION BY LIST (number);
