INSERT INTO event VALUES (1, 1, 'e');
INSERT INTO alarm VALUES (2, 1, NULL, 3);
INSERT INTO loud_alarm VALUES (3, 1, 'l', 4);
INSERT INTO visit VALUES (4, 1, 'v', 'g');
