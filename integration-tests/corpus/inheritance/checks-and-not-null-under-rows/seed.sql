INSERT INTO animal VALUES ('dog', 4);
INSERT INTO bird VALUES ('eagle', 2, 2);
INSERT INTO duck VALUES ('mallard', 2, 2);
INSERT INTO fish VALUES ('cod', 0);
