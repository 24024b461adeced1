INSERT INTO customer VALUES (1), (2);
INSERT INTO "order" (customer_id, state, amount) VALUES (1, 'new', 3), (2, 'sent', 9), (1, 'sent', 12);
INSERT INTO item VALUES (1, 'a'), (3, 'b');
