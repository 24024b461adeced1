CREATE TABLE t (
    a timestamp DEFAULT now() - interval '1 hour',
    b date DEFAULT CURRENT_DATE + 1,
    c text DEFAULT upper(CURRENT_USER),
    d int[] DEFAULT ARRAY[3, 4],
    e jsonb DEFAULT '{"a": [1, null]}',
    f interval DEFAULT '2 days 03:00',
    g boolean DEFAULT (NOT false),
    h numeric DEFAULT 2 ^ 10
);
