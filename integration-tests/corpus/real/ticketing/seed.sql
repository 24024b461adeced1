INSERT INTO person (login, full_name) VALUES ('a', 'A'), ('b', 'B');
INSERT INTO team (name, lead) VALUES ('t', 1);
INSERT INTO project VALUES ('P', 'project', 1, NULL);
INSERT INTO ticket (project, title, reporter) VALUES ('P', 'first', 1), ('P', 'second', 2);
INSERT INTO comment (ticket, author, body) VALUES (1, 2, 'x');
INSERT INTO watcher VALUES (1, 1), (2, 1);
INSERT INTO event (ticket, at) VALUES (1, '2025-05-05');
