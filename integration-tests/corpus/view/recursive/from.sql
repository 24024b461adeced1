CREATE TABLE node (id int PRIMARY KEY, parent int REFERENCES node);
CREATE RECURSIVE VIEW ancestors (id, root) AS SELECT id, id FROM node WHERE parent IS NULL UNION ALL SELECT n.id, a.root FROM node n JOIN ancestors a ON a.id = n.parent;
