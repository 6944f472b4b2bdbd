-- A short name to sign in with, and whether the merchant's store may sell. store_name is the name at registration.
ALTER TABLE merchants
    ADD COLUMN handle          text UNIQUE CHECK (handle ~ '^[a-z0-9][a-z0-9-]{2,29}$'),
    ADD COLUMN store_name      text,
    ADD COLUMN standing        text NOT NULL DEFAULT 'ACTIVE' CHECK (standing IN ('PENDING', 'ACTIVE', 'SUSPENDED')),
    ADD COLUMN standing_reason text,
    ADD COLUMN standing_since  timestamptz;
CREATE INDEX merchants_by_age ON merchants (registered_at DESC, id DESC);

-- One-time codes with which a merchant chooses a new password; kept as hashes.
CREATE TABLE recovery_codes (
    code_hash   bytea PRIMARY KEY CHECK (octet_length(code_hash) = 32),
    merchant_id uuid        NOT NULL REFERENCES merchants (id),
    expires_at  timestamptz NOT NULL,
    used_at     timestamptz
);
CREATE INDEX recovery_codes_by_merchant ON recovery_codes (merchant_id);

-- Changes by people, in the transaction of each.
CREATE TABLE changes (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    subject    uuid        NOT NULL,
    what       text        NOT NULL,
    changed_by text        NOT NULL,
    before     jsonb       NOT NULL,
    after      jsonb       NOT NULL,
    trace      text,
    at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX changes_by_subject ON changes (subject, id DESC);

-- Logins, refusals and logouts, with addresses shortened to their network (/24, /48); kept for a year.
CREATE TABLE access_log (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account  text        NOT NULL,
    network  text        NOT NULL,
    outcome  text        NOT NULL,
    at       timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX access_log_by_time ON access_log (at);
CREATE INDEX access_log_by_account ON access_log (account, id DESC);
