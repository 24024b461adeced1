CREATE OPERATOR FAMILY numbers USING btree;
CREATE OPERATOR CLASS numbers_int FOR TYPE int USING btree FAMILY numbers AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(int, int);
ALTER OPERATOR FAMILY numbers USING btree ADD OPERATOR 1 < (int, bigint), OPERATOR 3 = (int, bigint), FUNCTION 1 (int, bigint) btint48cmp(int, bigint);
CREATE OPERATOR FAMILY empty_one USING hash;
