CREATE TABLE coupons (
    coupon_id      uuid PRIMARY KEY,
    code_hash      bytea       NOT NULL UNIQUE,
    code_sealed    bytea       NOT NULL,
    menu_item_id   text        NOT NULL,
    name           text        NOT NULL,
    quantity       int         NOT NULL CHECK (quantity BETWEEN 1 AND 99),
    options        jsonb       NOT NULL,
    unit_price_krw bigint      NOT NULL CHECK (unit_price_krw BETWEEN 0 AND 10000000),
    origin         text        NOT NULL CHECK (origin IN ('PROMOTION', 'GIFT', 'STAMPS')),
    status         text        NOT NULL
        CHECK (status IN ('PUBLISHED', 'REGISTERED', 'RESERVED', 'USED', 'REVOKED', 'EXPIRED')),
    holder         text,
    order_id       uuid UNIQUE,
    order_options  jsonb,
    reserved_at    timestamptz,
    order_seen_at  timestamptz,
    issued_at      timestamptz NOT NULL,
    expires_at     timestamptz NOT NULL,
    notice_at      timestamptz,
    version        bigint      NOT NULL,
    CONSTRAINT coupons_validity CHECK (expires_at > issued_at),
    CONSTRAINT coupons_holder CHECK (status NOT IN ('REGISTERED', 'RESERVED', 'USED') OR holder IS NOT NULL),
    CONSTRAINT coupons_published CHECK (status <> 'PUBLISHED' OR holder IS NULL),
    CONSTRAINT coupons_one_order CHECK ((status IN ('RESERVED', 'USED')) = (order_id IS NOT NULL))
);
CREATE INDEX coupons_box ON coupons (holder, issued_at DESC, coupon_id DESC);
CREATE INDEX coupons_expiring ON coupons (expires_at) WHERE status IN ('PUBLISHED', 'REGISTERED');
CREATE INDEX coupons_noticed ON coupons (notice_at) WHERE status = 'REGISTERED';
CREATE INDEX coupons_unconfirmed ON coupons (reserved_at) WHERE status = 'RESERVED' AND order_seen_at IS NULL;

CREATE TABLE coupon_timeline (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    coupon_id uuid        NOT NULL REFERENCES coupons,
    version   bigint      NOT NULL,
    step      text        NOT NULL,
    actor     text        NOT NULL,
    reason    text,
    order_id  uuid,
    at        timestamptz NOT NULL,
    UNIQUE (coupon_id, version)
);
CREATE INDEX coupon_timeline_order ON coupon_timeline (order_id) WHERE order_id IS NOT NULL;
CREATE TRIGGER coupon_timeline_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON coupon_timeline
    FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- Codes that a buyer tried and that were none of theirs; one row per buyer and running hour.
CREATE TABLE wrong_codes (
    guesser    text PRIMARY KEY,
    first_at   timestamptz NOT NULL,
    wrong      int         NOT NULL CHECK (wrong > 0)
);
