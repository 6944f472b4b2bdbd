-- Rows that are added and never changed: the service's role may not either (R__rights_of_the_service.sql of feed-kit).
COMMENT ON TABLE coupon_timeline IS 'append-only: what became of a coupon, step by step';
COMMENT ON TABLE loyalty_entries IS 'append-only: balances are the sum of their entries';
