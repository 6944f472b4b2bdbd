-- Rows that are added and never changed: the service's role may not either (feed-kit's afterMigrate.sql).
COMMENT ON TABLE coupon_timeline IS 'append-only: what became of a coupon, step by step';
COMMENT ON TABLE loyalty_entries IS 'append-only: balances are the sum of their entries';
