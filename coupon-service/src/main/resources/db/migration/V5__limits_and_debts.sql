-- A try takes its place before the code is looked up and gives it back where the code was right.
ALTER TABLE wrong_codes
    DROP CONSTRAINT wrong_codes_wrong_check,
    ADD CONSTRAINT wrong_codes_wrong_check CHECK (wrong >= 0);

-- Points and stamps that were spent before their order's money went back: they are taken when others come.
ALTER TABLE loyalty_accounts
    ADD COLUMN owed_points bigint NOT NULL DEFAULT 0 CHECK (owed_points >= 0),
    ADD COLUMN owed_stamps bigint NOT NULL DEFAULT 0 CHECK (owed_stamps >= 0);
ALTER TABLE loyalty_entries
    DROP CONSTRAINT loyalty_entries_kind_check,
    ADD CONSTRAINT loyalty_entries_kind_check
        CHECK (kind IN ('EARN', 'REVERSE', 'RESERVE', 'RELEASE', 'EXCHANGE', 'MOVE_OUT', 'MOVE_IN', 'OFFSET'));
CREATE INDEX loyalty_entries_by_recipient ON loyalty_entries (recipient, id DESC);

-- Where and on which Korean day an order earned: stamps are limited per buyer, store and day.
ALTER TABLE order_earnings
    ADD COLUMN store_id  uuid,
    ADD COLUMN earned_on date;
CREATE INDEX order_earnings_by_day ON order_earnings (recipient, store_id, earned_on) WHERE stamps > 0;

CREATE INDEX coupons_by_status ON coupons (status, issued_at DESC, coupon_id DESC);
