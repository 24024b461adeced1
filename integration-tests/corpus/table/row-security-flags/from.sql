CREATE TABLE secret (id int, owner text);
