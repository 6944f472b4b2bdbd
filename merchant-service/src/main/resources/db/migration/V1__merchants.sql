CREATE TABLE merchants (
    id            uuid PRIMARY KEY,
    store_id      uuid NOT NULL UNIQUE,
    wallet_id     uuid NOT NULL UNIQUE,
    password_hash text NOT NULL CHECK (password_hash LIKE '$2_$%'),
    version       bigint NOT NULL CHECK (version >= 0),
    registered_at timestamptz NOT NULL
);
