CREATE TABLE "user" ("select" int PRIMARY KEY, "from" text, "order" int);
