CREATE TABLE "user" ("select" bigint PRIMARY KEY, "from" text NOT NULL DEFAULT 'where', "group" int REFERENCES "user", "table" text);
CREATE INDEX "index" ON "user" ("from", "table");
CREATE TABLE "table" ("column" int CONSTRAINT "constraint" UNIQUE, "default" int DEFAULT 1 CONSTRAINT "check" CHECK ("default" > 0));
