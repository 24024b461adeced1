CREATE TABLE users (
    id bigint PRIMARY KEY,
    email text NOT NULL UNIQUE,
    nick varchar(40) DEFAULT 'nobody',
    score numeric(8, 2) NOT NULL DEFAULT 0.00 CHECK (score >= 0)
);
