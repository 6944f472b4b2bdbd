-- Rows that are added and never changed: the service's role may not either (R__rights_of_the_service.sql of feed-kit).
COMMENT ON TABLE wallet_entries IS 'append-only: a balance is the sum of its entries';
COMMENT ON TABLE cancelled_payments IS 'append-only: a payment is cancelled once';
