INSERT INTO shop.country VALUES ('de', 'Germany'), ('fr', 'France');
INSERT INTO shop.brand (name) VALUES ('one'), ('two');
INSERT INTO shop.customer (email, country) VALUES ('x@example.org', 'de');
INSERT INTO shop.address (customer, street, zip) VALUES (1, 'street', 12345);
INSERT INTO shop.product (brand, name, price) VALUES (1, 'chair', 10), (2, 'table', 20);
INSERT INTO shop.variant (product, sku) VALUES (1, 'chair-1'), (2, 'table-1');
INSERT INTO shop.orders (customer) VALUES (1);
INSERT INTO shop.order_line VALUES (1000, 1, 1, 2, 10);
INSERT INTO shop.review VALUES (1, 1, 5, 'good');
