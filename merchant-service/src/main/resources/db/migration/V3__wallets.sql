-- Append-only: a balance is the sum of its entries.
CREATE TABLE wallet_entries (
    id         uuid PRIMARY KEY,
    wallet_id  uuid NOT NULL REFERENCES merchants (wallet_id),
    order_id   uuid NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('SALE', 'REVERSAL')),
    amount_krw bigint NOT NULL CHECK (CASE kind WHEN 'SALE' THEN amount_krw >= 0 ELSE amount_krw <= 0 END),
    tender     text NOT NULL CHECK (tender IN ('CARD', 'POINTS', 'COUPON')),
    at         timestamptz NOT NULL,
    UNIQUE (order_id, kind)
);

CREATE INDEX wallet_entries_by_wallet ON wallet_entries (wallet_id, at DESC, id DESC) INCLUDE (amount_krw);

-- A payment may be heard to be cancelled before the sale that it paid for is heard of: two feeds know no common order.
CREATE TABLE cancelled_payments (
    order_id uuid PRIMARY KEY,
    at       timestamptz NOT NULL
);
