-- The seals of store-service's days, kept here as well: a forged timeline would need both databases. Append-only.
CREATE TABLE store_day_seals (
    store_id  uuid        NOT NULL,
    day       date        NOT NULL,
    orders    integer     NOT NULL CHECK (orders > 0),
    root      text        NOT NULL CHECK (root ~ '^[0-9a-f]{64}$'),
    sealed_at timestamptz NOT NULL,
    PRIMARY KEY (store_id, day)
);
CREATE INDEX store_day_seals_day ON store_day_seals (day);
