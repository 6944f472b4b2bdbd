-- A gift bears the number of the checkout that paid for it, and its coupon bears the same.
CREATE TABLE gifts (
    gift_id            uuid PRIMARY KEY REFERENCES coupons (coupon_id),
    sender             text        NOT NULL,
    sender_name        text        NOT NULL,
    recipient          text        NOT NULL,
    menu_item_id       text        NOT NULL,
    name               text        NOT NULL,
    quantity           int         NOT NULL CHECK (quantity BETWEEN 1 AND 99),
    value_krw          bigint      NOT NULL CHECK (value_krw >= 0),
    paid_krw           bigint      NOT NULL CHECK (paid_krw >= 0),
    points_krw         bigint      NOT NULL CHECK (points_krw >= 0),
    message            text        NOT NULL,
    wrap               text        NOT NULL,
    status             text        NOT NULL
        CHECK (status IN ('SENT', 'OPENED', 'USED', 'DECLINED', 'REFUNDED', 'EXPIRED', 'SETTLED', 'VOIDED')),
    refund_krw         bigint CHECK (refund_krw BETWEEN 0 AND paid_krw),
    payment_gone_at    timestamptz,
    sent_at            timestamptz NOT NULL,
    expires_at         timestamptz NOT NULL,
    version            bigint      NOT NULL,
    CONSTRAINT gifts_used_or_refunded
        CHECK ((status IN ('DECLINED', 'REFUNDED', 'EXPIRED', 'SETTLED')) = (refund_krw IS NOT NULL)),
    CONSTRAINT gifts_void CHECK (status <> 'VOIDED' OR payment_gone_at IS NOT NULL)
);
CREATE INDEX gifts_received ON gifts (recipient, sent_at DESC, gift_id DESC);
CREATE INDEX gifts_sent ON gifts (sender, sent_at DESC, gift_id DESC);
