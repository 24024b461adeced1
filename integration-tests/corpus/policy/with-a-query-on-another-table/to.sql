CREATE TABLE m2 (u text, org bigint);
CREATE TABLE t (org bigint, b int);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (EXISTS (SELECT 1 FROM m2 WHERE m2.org = t.org AND m2.u = current_user));
