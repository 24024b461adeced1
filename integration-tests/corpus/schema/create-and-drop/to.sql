CREATE SCHEMA fresh;
CREATE TABLE fresh.t (id int);
COMMENT ON SCHEMA fresh IS 'new home';
