CREATE TYPE "Odd Type" AS ENUM ('', ' ', 'a"b', 'c''d', 'e\f', 'ünï');
