CREATE SCHEMA "My Schema";
CREATE TABLE "My Schema"."My Table" ("My Column" bigint CONSTRAINT "My Check" CHECK ("My Column" > 1), "Another ""one""" text DEFAULT 'it''s');
CREATE INDEX "My Index" ON "My Schema"."My Table" ("Another ""one""", lower("Another ""one"""));
COMMENT ON COLUMN "My Schema"."My Table"."Another ""one""" IS 'he said "hi"';
