CREATE TABLE t (
    a timestamp DEFAULT now(),
    b date DEFAULT CURRENT_DATE,
    c text DEFAULT CURRENT_USER,
    d int[] DEFAULT '{1,2}',
    e jsonb DEFAULT '{}',
    f interval DEFAULT '1 day',
    g boolean DEFAULT true,
    h numeric DEFAULT -1.5
);
