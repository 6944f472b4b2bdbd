CREATE TABLE orders (
    id                    uuid PRIMARY KEY,
    store_id              uuid NOT NULL REFERENCES stores (id),
    store_name            text NOT NULL,
    buyer                 text NOT NULL,
    business_day          date NOT NULL,
    number                integer NOT NULL CHECK (number > 0),
    status                text NOT NULL
        CHECK (status IN ('WAITING', 'ACCEPTED', 'FINISHED', 'REFUSED', 'CANCELLED', 'EXPIRED')),
    version               bigint NOT NULL CHECK (version > 0),
    lines                 text NOT NULL CHECK (lines IS JSON ARRAY),
    amount_krw            bigint NOT NULL CHECK (amount_krw >= 0),
    discount_krw          bigint NOT NULL CHECK (discount_krw >= 0),
    tender                text NOT NULL CHECK (tender IN ('CARD', 'POINTS', 'COUPON')),
    pickup                text NOT NULL CHECK (pickup IN ('TO_GO', 'DINE_IN')),
    note                  text,
    placed_at             timestamptz NOT NULL,
    delivered_at          timestamptz,
    ready_by              timestamptz,
    reason                text,
    message               text,
    refund                text CHECK (refund IN ('DUE', 'DONE', 'MANUAL')),
    pushes_again          integer NOT NULL,
    reminded              boolean NOT NULL,
    answer_within_seconds integer,
    due_at                timestamptz,
    UNIQUE (store_id, business_day, number),
    CHECK (status <> 'ACCEPTED' OR ready_by IS NOT NULL),
    CHECK (status NOT IN ('REFUSED', 'EXPIRED') OR reason IS NOT NULL)
);

CREATE INDEX orders_of_buyer ON orders (buyer, placed_at DESC, id DESC);
CREATE INDEX orders_of_store ON orders (store_id, placed_at DESC, id DESC);
CREATE INDEX orders_open ON orders (store_id, placed_at DESC, id DESC) WHERE status IN ('WAITING', 'ACCEPTED');

-- What the clock has to look at, and nothing else.
CREATE INDEX orders_due ON orders (due_at) WHERE due_at IS NOT NULL;

-- The timeline: rows are added and never touched again.
CREATE TABLE order_steps (
    order_id uuid NOT NULL REFERENCES orders (id),
    position integer NOT NULL,
    step     text NOT NULL,
    actor    text NOT NULL CHECK (actor IN ('BUYER', 'MERCHANT', 'CLOCK', 'PAYMENT')),
    reason   text,
    at       timestamptz NOT NULL,
    PRIMARY KEY (order_id, position)
);

CREATE TABLE tickets (
    store_id     uuid NOT NULL REFERENCES stores (id),
    business_day date NOT NULL,
    number       integer NOT NULL,
    PRIMARY KEY (store_id, business_day)
);

-- What was answered to a till's command, so that a repeated one is answered alike.
CREATE TABLE till_commands (
    recipient  text NOT NULL,
    command_id text NOT NULL,
    type       text NOT NULL,
    digest     text NOT NULL,
    reply      text NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (recipient, command_id)
);

CREATE INDEX till_commands_by_age ON till_commands (at);
