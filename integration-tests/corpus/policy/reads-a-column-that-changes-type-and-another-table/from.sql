CREATE TABLE member (tenant int, name text);
CREATE TABLE t (id int, tenant int);
CREATE POLICY mine ON t USING (tenant IN (SELECT m.tenant FROM member m WHERE m.name = current_user));
CREATE POLICY low ON t FOR SELECT USING (tenant < 100);
