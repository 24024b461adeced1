CREATE SCHEMA "My Schema";
CREATE TABLE "My Schema"."My Table" ("My Column" int CONSTRAINT "My Check" CHECK ("My Column" > 0));
