CREATE TABLE "a.b" ("c.d" int, "$e" int, "f$" int, "ü😀" text, "1st" int, " " int);
CREATE INDEX "g.h" ON "a.b" ("c.d", "ü😀");
CREATE TABLE "ÄÖ" (id int PRIMARY KEY);
