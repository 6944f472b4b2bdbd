-- Parts of payments that PortOne took back on its own: they may be heard of before the sale that they belong to.
CREATE TABLE partial_cancellations (
    order_id            uuid        NOT NULL,
    total_cancelled_krw bigint      NOT NULL CHECK (total_cancelled_krw > 0),
    cancelled_krw       bigint      NOT NULL CHECK (cancelled_krw BETWEEN 1 AND total_cancelled_krw),
    entry_id            uuid        NOT NULL UNIQUE,
    at                  timestamptz NOT NULL,
    PRIMARY KEY (order_id, total_cancelled_krw)
);

-- The order whose sale an entry reverses in part. Its order_id is then its own id: the release before counts on one
-- entry per order and kind, and there may be several parts.
ALTER TABLE wallet_entries ADD COLUMN part_of uuid;
CREATE INDEX wallet_entries_by_part ON wallet_entries (part_of) WHERE part_of IS NOT NULL;
