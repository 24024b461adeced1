INSERT INTO t VALUES (1, '[1,3)', '{[1,3),[7,9)}', ARRAY['{[1,2)}'::span_multirange], '{[1.5,2.5)}', '[1,2)'), (2, NULL, NULL, NULL, NULL, NULL);
