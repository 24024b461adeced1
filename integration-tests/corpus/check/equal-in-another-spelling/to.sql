CREATE TABLE t (a text CONSTRAINT c CHECK (a = ANY (ARRAY['x', 'y'])), b int CONSTRAINT d CHECK (b >= 1 AND b <= 5));
