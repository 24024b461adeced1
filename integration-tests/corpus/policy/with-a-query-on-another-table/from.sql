CREATE TABLE m (u text, org int);
CREATE TABLE t (org int, a int);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (EXISTS (SELECT 1 FROM m WHERE m.org = t.org AND m.u = current_user));
