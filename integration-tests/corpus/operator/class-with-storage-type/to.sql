CREATE OPERATOR CLASS my_gin FOR TYPE int[] USING gin AS OPERATOR 1 && (anyarray, anyarray), OPERATOR 2 @> (anyarray, anyarray), FUNCTION 1 btint4cmp(int, int), FUNCTION 2 ginarrayextract(anyarray, internal, internal), FUNCTION 3 ginqueryarrayextract(anyarray, internal, int2, internal, internal, internal, internal), FUNCTION 4 ginarrayconsistent(internal, int2, anyarray, int4, internal, internal, internal, internal), STORAGE int;
CREATE TABLE t (x int[]);
CREATE INDEX t_x ON t USING gin (x my_gin);
