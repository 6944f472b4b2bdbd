-- A lost or doubled refresh: the token that was just used works again while none of its successors has been used.
ALTER TABLE refresh_tokens
    ADD COLUMN parent     bytea,
    ADD COLUMN grace_uses smallint NOT NULL DEFAULT 0 CHECK (grace_uses >= 0);
CREATE INDEX refresh_tokens_by_parent ON refresh_tokens (parent) WHERE parent IS NOT NULL;

-- Access tokens issued before tokens_from are void; the column is null until a password is replaced.
ALTER TABLE merchants
    ADD COLUMN tokens_from      timestamptz,
    ADD COLUMN session_ended_at timestamptz;

-- Ended sessions, for as long as one of their access tokens could still be valid: the gateway asks for them.
CREATE TABLE ended_sessions (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    merchant_id uuid NOT NULL REFERENCES merchants (id),
    sid         uuid,
    before      timestamptz NOT NULL,
    at          timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ended_sessions_by_time ON ended_sessions (at);

-- A try takes its place (pending) before the password is looked at, and becomes a failure or gives the place back.
ALTER TABLE failed_logins
    DROP CONSTRAINT failed_logins_failures_check,
    ADD CONSTRAINT failed_logins_failures_check CHECK (failures >= 0),
    ADD COLUMN pending integer NOT NULL DEFAULT 0 CHECK (pending >= 0);
