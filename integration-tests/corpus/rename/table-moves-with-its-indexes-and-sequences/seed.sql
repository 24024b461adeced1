INSERT INTO s1.t (n) VALUES (5); SELECT setval('s1.t_id_seq', 50);
