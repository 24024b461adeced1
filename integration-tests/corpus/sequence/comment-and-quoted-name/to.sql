CREATE SEQUENCE "Odd Seq";
CREATE TABLE t (id bigint DEFAULT nextval('"Odd Seq"'));
COMMENT ON SEQUENCE "Odd Seq" IS 'odd';
