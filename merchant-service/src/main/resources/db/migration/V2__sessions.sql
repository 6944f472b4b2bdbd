-- A refresh token is used once; using one again shows that two people hold it, and ends its whole family.
CREATE TABLE refresh_tokens (
    token_hash  bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
    family      uuid NOT NULL,
    merchant_id uuid NOT NULL REFERENCES merchants (id),
    issued_at   timestamptz NOT NULL,
    expires_at  timestamptz NOT NULL,
    used_at     timestamptz,
    revoked_at  timestamptz
);

CREATE INDEX refresh_tokens_by_family ON refresh_tokens (family);
CREATE INDEX refresh_tokens_by_merchant ON refresh_tokens (merchant_id);
CREATE INDEX refresh_tokens_by_end ON refresh_tokens (expires_at);

CREATE TABLE failed_logins (
    who        text PRIMARY KEY,
    failures   integer NOT NULL CHECK (failures > 0),
    window_end timestamptz NOT NULL
);

CREATE INDEX failed_logins_by_end ON failed_logins (window_end);
