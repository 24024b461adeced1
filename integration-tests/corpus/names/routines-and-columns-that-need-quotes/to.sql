CREATE FUNCTION "My Fn"("Arg" int, "B""x" text DEFAULT 'it''s') RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE "My T" ("Col" int DEFAULT "My Fn"(1), "per%cent" int, "ünï" text);
COMMENT ON COLUMN "My T"."per%cent" IS E'a\nb\\c''d';
