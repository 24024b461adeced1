CREATE SCHEMA "Odd";
CREATE TABLE plain (id int PRIMARY KEY, x text);
CREATE TABLE "Odd"."t s" ("i""d" bigint NOT NULL, x text);
CREATE TABLE down (id smallint PRIMARY KEY);
CREATE TABLE low (id int PRIMARY KEY);
CREATE TABLE none (id int PRIMARY KEY);
