INSERT INTO plain VALUES (3, 'a'), (7, 'b');
INSERT INTO "Odd"."t s" VALUES (50, 'a');
INSERT INTO down VALUES (-1), (-3);
INSERT INTO low VALUES (5);
