-- What was answered to whom under which key. A row without a status is being worked on.
CREATE TABLE idempotency_keys (
    actor       text        NOT NULL,
    key         text        NOT NULL CHECK (length(key) BETWEEN 1 AND 255),
    fingerprint text        NOT NULL,
    claim       uuid        NOT NULL,
    status      int,
    content_type text,
    location    text,
    body        text,
    at          timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (actor, key)
);
CREATE INDEX idempotency_keys_at ON idempotency_keys (at);
