-- A promise to sell at a price, and the PortOne payment that took it up.
CREATE TABLE checkouts (
    id              uuid PRIMARY KEY,
    version         bigint NOT NULL,
    events          bigint NOT NULL,
    origin          text NOT NULL CHECK (origin IN ('PROMISE', 'WALK_IN')),
    intent          text NOT NULL CHECK (intent IN ('ORDER', 'GIFT')),
    buyer           text,
    draft           text NOT NULL,
    order_name      text NOT NULL,
    total_krw       bigint NOT NULL CHECK (total_krw BETWEEN 0 AND 100000000),
    points_krw      bigint NOT NULL CHECK (points_krw BETWEEN 0 AND total_krw),
    status          text NOT NULL CHECK (status IN ('OPEN', 'PAID', 'EXPIRED')),
    outcome         text CHECK (outcome IN ('ORDER', 'GIFT', 'REFUNDED')),
    reason          text,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz NOT NULL,
    look_at         timestamptz,
    looks           int NOT NULL DEFAULT 0,
    portone_version text CHECK (portone_version IN ('V1', 'V2')),
    payment_id      text,
    transaction_id  text,
    verdict         text CHECK (verdict IN ('APPROVED', 'REJECTED')),
    paid            numeric(18, 2) CHECK (paid >= 0),
    cancelled       numeric(18, 2) CHECK (cancelled BETWEEN 0 AND paid),
    currency        text,
    paid_at         timestamptz,
    settled_at      timestamptz,
    CHECK ((verdict IS NULL) = (settled_at IS NULL)),
    CHECK (verdict IS DISTINCT FROM 'APPROVED' OR status = 'PAID'),
    CHECK (verdict IS DISTINCT FROM 'APPROVED' OR transaction_id IS NULL
           OR (currency = 'KRW' AND paid = total_krw - points_krw))
);
-- One PortOne payment becomes one thing.
CREATE UNIQUE INDEX checkouts_transaction ON checkouts (portone_version, transaction_id);
CREATE INDEX checkouts_buyer ON checkouts (buyer, created_at);
CREATE INDEX checkouts_due ON checkouts (expires_at) WHERE status = 'OPEN';
CREATE INDEX checkouts_look ON checkouts (look_at) WHERE look_at IS NOT NULL;
CREATE INDEX checkouts_settled ON checkouts (settled_at) WHERE settled_at IS NOT NULL;

-- Money on its way back. target is what PortOne shows as cancelled in total once this one is done: reaching it twice is reaching it once.
CREATE TABLE refunds (
    id           uuid PRIMARY KEY,
    checkout_id  uuid NOT NULL REFERENCES checkouts,
    purpose      text NOT NULL CHECK (purpose IN ('REJECTED_PAYMENT', 'ENDED_ORDER', 'ENDED_GIFT')),
    status       text NOT NULL CHECK (status IN ('DUE', 'REQUESTED', 'UNKNOWN', 'DONE', 'MANUAL')),
    target       numeric(18, 2) NOT NULL CHECK (target > 0),
    refund_krw   bigint NOT NULL CHECK (refund_krw >= 0),
    reason       text NOT NULL,
    tries        int NOT NULL DEFAULT 0,
    refusals     int NOT NULL DEFAULT 0,
    next_try_at  timestamptz NOT NULL,
    last_answer  text,
    created_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    UNIQUE (checkout_id, purpose),
    CHECK ((status IN ('DONE', 'MANUAL')) = (ended_at IS NOT NULL))
);
CREATE INDEX refunds_due ON refunds (next_try_at) WHERE status IN ('DUE', 'REQUESTED', 'UNKNOWN');

-- What PortOne called us with: hints, each worked off once.
CREATE TABLE webhooks (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dedupe_key      text NOT NULL UNIQUE,
    portone_version text NOT NULL CHECK (portone_version IN ('V1', 'V2')),
    payment_id      text NOT NULL,
    transaction_id  text,
    kind            text NOT NULL,
    body            text NOT NULL,
    expected        boolean NOT NULL,
    status          text NOT NULL CHECK (status IN ('DUE', 'DONE')),
    result          text,
    deliveries      int NOT NULL DEFAULT 1,
    tries           int NOT NULL DEFAULT 0,
    next_try_at     timestamptz NOT NULL,
    received_at     timestamptz NOT NULL DEFAULT now(),
    done_at         timestamptz
);
CREATE INDEX webhooks_due ON webhooks (expected, next_try_at) WHERE status = 'DUE';
CREATE INDEX webhooks_payment ON webhooks (payment_id);
CREATE INDEX webhooks_done ON webhooks (done_at) WHERE status = 'DONE';

-- How far PortOne's own list has been read.
CREATE TABLE sweeps (
    name     text PRIMARY KEY,
    until    timestamptz NOT NULL,
    lease_at timestamptz NOT NULL DEFAULT 'epoch'
);
