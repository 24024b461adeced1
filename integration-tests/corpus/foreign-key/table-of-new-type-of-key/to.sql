CREATE TABLE p (id uuid PRIMARY KEY DEFAULT gen_random_uuid());
CREATE TABLE c (p uuid REFERENCES p);
