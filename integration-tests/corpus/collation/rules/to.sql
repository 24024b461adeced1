CREATE COLLATION c (PROVIDER = icu, LOCALE = 'und', RULES = '&b < a');
