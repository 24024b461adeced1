CREATE TABLE t (id int, owner text);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY everything ON t AS RESTRICTIVE USING (true);
CREATE POLICY reading ON t FOR UPDATE USING (owner = current_user);
CREATE POLICY deleting ON t FOR DELETE USING (id > 10);
CREATE POLICY adding ON t FOR INSERT WITH CHECK (owner = current_user);
