-- The balances of one buyer; the row is locked by whoever moves them.
CREATE TABLE loyalty_accounts (
    recipient text PRIMARY KEY,
    points    bigint NOT NULL DEFAULT 0 CHECK (points >= 0),
    stamps    bigint NOT NULL DEFAULT 0 CHECK (stamps >= 0),
    entries   bigint NOT NULL DEFAULT 0 CHECK (entries >= 0)
);

-- What the balances are the sum of; no prefix of it is negative.
CREATE TABLE loyalty_entries (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recipient    text        NOT NULL REFERENCES loyalty_accounts,
    number       bigint      NOT NULL CHECK (number > 0),
    kind         text        NOT NULL
        CHECK (kind IN ('EARN', 'REVERSE', 'RESERVE', 'RELEASE', 'EXCHANGE', 'MOVE_OUT', 'MOVE_IN')),
    points       bigint      NOT NULL,
    stamps       bigint      NOT NULL,
    points_after bigint      NOT NULL CHECK (points_after >= 0),
    stamps_after bigint      NOT NULL CHECK (stamps_after >= 0),
    reference    text        NOT NULL,
    at           timestamptz NOT NULL,
    UNIQUE (recipient, number)
);
CREATE UNIQUE INDEX loyalty_entries_once ON loyalty_entries (kind, reference) WHERE kind IN ('EARN', 'REVERSE', 'EXCHANGE');
CREATE TRIGGER loyalty_entries_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON loyalty_entries
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- What an order earned, once; barred when its money went back before it was heard to be finished.
CREATE TABLE order_earnings (
    order_id     uuid PRIMARY KEY,
    recipient    text,
    points       bigint NOT NULL CHECK (points >= 0),
    stamps       bigint NOT NULL CHECK (stamps >= 0),
    status       text   NOT NULL CHECK (status IN ('EARNED', 'TAKEN_BACK', 'BARRED')),
    short_points bigint NOT NULL DEFAULT 0 CHECK (short_points BETWEEN 0 AND points),
    short_stamps bigint NOT NULL DEFAULT 0 CHECK (short_stamps BETWEEN 0 AND stamps),
    CHECK ((status = 'BARRED') = (recipient IS NULL))
);

-- Points set aside for a checkout.
CREATE TABLE points_reservations (
    checkout_id uuid PRIMARY KEY,
    recipient   text        NOT NULL REFERENCES loyalty_accounts,
    points      bigint      NOT NULL CHECK (points BETWEEN 1 AND 10000000),
    returned    bigint      NOT NULL DEFAULT 0 CHECK (returned BETWEEN 0 AND points),
    status      text        NOT NULL CHECK (status IN ('RESERVED', 'SPENT', 'RETURNED')),
    until       timestamptz NOT NULL,
    reserved_at timestamptz NOT NULL
);

-- Checkouts that came to nothing without points: a reservation that arrives late is refused. Kept for a day.
CREATE TABLE ended_checkouts (
    checkout_id uuid PRIMARY KEY,
    at          timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ended_checkouts_at ON ended_checkouts (at);
