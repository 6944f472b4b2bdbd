-- The days of wallets that are not sealed yet: what the sealing reads each minute does not grow with the days that are. Each
-- entry notes its day, whichever release books it; a release that does not know the table leaves a day behind that is
-- sealed already, and the next look takes it out.
CREATE TABLE wallet_open_days (
    day       date NOT NULL,
    wallet_id uuid NOT NULL REFERENCES merchants (wallet_id),
    PRIMARY KEY (day, wallet_id)
);

CREATE FUNCTION open_wallet_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO wallet_open_days (day, wallet_id) VALUES (NEW.booked_day, NEW.wallet_id) ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER wallet_entries_open_their_day AFTER INSERT OR UPDATE OF booked_day ON wallet_entries
    FOR EACH ROW EXECUTE FUNCTION open_wallet_day();

-- Days with entries of releases without splits are never sealed, and left out.
INSERT INTO wallet_open_days (day, wallet_id)
SELECT booked_day, wallet_id FROM wallet_entries AS entry
WHERE NOT EXISTS (SELECT FROM wallet_days AS sealed
    WHERE sealed.wallet_id = entry.wallet_id AND sealed.day = entry.booked_day)
GROUP BY booked_day, wallet_id
HAVING bool_and(charged_krw IS NOT NULL)
ON CONFLICT DO NOTHING;

-- Entries of releases without splits, and those of coupon orders: each is looked for again and again among all others.
CREATE INDEX wallet_entries_uncharged ON wallet_entries (order_id) WHERE charged_krw IS NULL;
CREATE INDEX wallet_entries_of_coupons ON wallet_entries (booked_day) WHERE tender = 'COUPON';
