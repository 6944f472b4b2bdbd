-- Rows that are added and never changed: the service's role may not either (feed-kit's afterMigrate.sql).
COMMENT ON TABLE order_steps IS 'append-only: what became of an order, step by step';
