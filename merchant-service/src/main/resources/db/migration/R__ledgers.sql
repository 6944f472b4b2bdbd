-- Rows that are added and never changed: the service's role may not either (R__rights_of_the_service.sql of feed-kit).
COMMENT ON TABLE wallet_entries IS 'append-only: a balance is the sum of its entries';
COMMENT ON TABLE cancelled_payments IS 'append-only: a payment is cancelled once';
COMMENT ON TABLE partial_cancellations IS 'append-only: a part is cancelled once';
COMMENT ON TABLE wallet_splits IS 'append-only: what paid for an entry is fixed with it';
COMMENT ON TABLE wallet_days IS 'append-only: a sealed day never changes';
COMMENT ON TABLE coupon_origins IS 'append-only: a coupon has one origin';
COMMENT ON TABLE changes IS 'append-only: what somebody changed stays written down';
