CREATE TABLE "Item" (id int PRIMARY KEY);
CREATE TABLE item (id int PRIMARY KEY, "Id" int);
