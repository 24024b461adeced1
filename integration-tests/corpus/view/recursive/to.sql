CREATE TABLE node (id int PRIMARY KEY, parent int REFERENCES node);
CREATE RECURSIVE VIEW ancestors (id, root, depth) AS SELECT id, id, 0 FROM node WHERE parent IS NULL UNION ALL SELECT n.id, a.root, a.depth + 1 FROM node n JOIN ancestors a ON a.id = n.parent WHERE depth < 100;
