CREATE TABLE "Item" (id int PRIMARY KEY, "ID" text);
CREATE TABLE item (id int PRIMARY KEY, "Id" int REFERENCES "Item", "iD" int);
