INSERT INTO stock VALUES (1, 'nail', 100, 'left', 'long'), (2, 'screw', 5, NULL, NULL);
