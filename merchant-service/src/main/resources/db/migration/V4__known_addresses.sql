-- Where a merchant has logged in from before: strangers' wrong guesses do not lock them out there.
CREATE TABLE known_addresses (
    merchant_id uuid NOT NULL REFERENCES merchants (id),
    address     text NOT NULL,
    last_seen   timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, address)
);

CREATE INDEX known_addresses_by_age ON known_addresses (last_seen);
