CREATE TYPE "Odd Type" AS ENUM ('', ' ', 'a"b', 'c''d', 'g''h', 'e\f', 'ünï', 'i\j');
CREATE TABLE "Odd Table" ("Odd Column" "Odd Type" DEFAULT 'c''d');
