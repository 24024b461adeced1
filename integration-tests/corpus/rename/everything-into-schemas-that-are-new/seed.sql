INSERT INTO account (code) VALUES ('x');
INSERT INTO other VALUES (1, 1, 7);
