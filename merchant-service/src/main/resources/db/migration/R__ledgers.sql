-- Rows that are added and never changed: the service's role may not either (feed-kit's afterMigrate.sql).
COMMENT ON TABLE wallet_entries IS 'append-only: a balance is the sum of its entries';
COMMENT ON TABLE cancelled_payments IS 'append-only: a payment is cancelled once';
