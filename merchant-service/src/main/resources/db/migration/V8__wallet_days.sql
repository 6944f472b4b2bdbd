-- The Korean day on which an entry was booked, by the database's clock: an event that comes late never changes a sealed day.
ALTER TABLE wallet_entries
    ADD COLUMN booked_day  date,
    ADD COLUMN number      text,
    ADD COLUMN charged_krw bigint;
UPDATE wallet_entries SET booked_day = (at AT TIME ZONE 'Asia/Seoul')::date;
ALTER TABLE wallet_entries
    ALTER COLUMN booked_day SET DEFAULT ((now() AT TIME ZONE 'Asia/Seoul')::date),
    ALTER COLUMN booked_day SET NOT NULL;
CREATE INDEX wallet_entries_by_day ON wallet_entries (booked_day, wallet_id);

-- What paid for an entry: card, points, a promotion's or stamps' coupon, a gift; each of the amount's sign.
CREATE TABLE wallet_splits (
    entry_id   uuid PRIMARY KEY REFERENCES wallet_entries (id),
    amount_krw bigint NOT NULL,
    card_krw   bigint NOT NULL,
    points_krw bigint NOT NULL,
    coupon_krw bigint NOT NULL,
    gift_krw   bigint NOT NULL,
    funder     text   NOT NULL CHECK (funder IN ('BUYER', 'HOUSE', 'PREPAID')),
    CONSTRAINT wallet_splits_add_up CHECK (card_krw + points_krw + coupon_krw + gift_krw = amount_krw),
    CONSTRAINT wallet_splits_sign CHECK (
        amount_krw >= 0 AND least(card_krw, points_krw, coupon_krw, gift_krw) >= 0
        OR amount_krw <= 0 AND greatest(card_krw, points_krw, coupon_krw, gift_krw) <= 0)
);

-- Where the coupon of a coupon order came from, as coupon-service tells it.
CREATE TABLE coupon_origins (
    order_id uuid PRIMARY KEY,
    origin   text NOT NULL
);

-- Sealed daily statements. The digest is the SHA-256 of the day's lines.
CREATE TABLE wallet_days (
    wallet_id     uuid        NOT NULL REFERENCES merchants (wallet_id),
    day           date        NOT NULL,
    sales         integer     NOT NULL CHECK (sales >= 0),
    sales_krw     bigint      NOT NULL CHECK (sales_krw >= 0),
    reversals     integer     NOT NULL CHECK (reversals >= 0),
    reversals_krw bigint      NOT NULL CHECK (reversals_krw <= 0),
    card_krw      bigint      NOT NULL,
    points_krw    bigint      NOT NULL,
    coupon_krw    bigint      NOT NULL,
    gift_krw      bigint      NOT NULL,
    digest        bytea       NOT NULL CHECK (octet_length(digest) = 32),
    sealed_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (wallet_id, day),
    CONSTRAINT wallet_days_add_up CHECK (card_krw + points_krw + coupon_krw + gift_krw = sales_krw + reversals_krw)
);

-- Not even the tables' owner changes them by accident.
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER wallet_splits_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wallet_splits
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER wallet_days_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wallet_days
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();
