-- Where the comparison of sealed days with the ledger goes on: one row, by wallet and day.
CREATE TABLE seal_check (
    only_row  boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    wallet_id uuid NOT NULL,
    day       date NOT NULL
);
INSERT INTO seal_check (wallet_id, day) VALUES ('00000000-0000-0000-0000-000000000000', '2000-01-01');

-- Sealed days whose entries are not, or no longer, those that were sealed; a day that agrees again is taken out.
CREATE TABLE broken_seals (
    wallet_id uuid        NOT NULL,
    day       date        NOT NULL,
    found_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (wallet_id, day),
    FOREIGN KEY (wallet_id, day) REFERENCES wallet_days (wallet_id, day)
);
