-- Rows that are added and never changed: the service's role may not either (R__rights_of_the_service.sql of feed-kit).
COMMENT ON TABLE order_steps IS 'append-only: what became of an order, step by step';
COMMENT ON TABLE stock_moves IS 'append-only: pieces taken and given back';
COMMENT ON TABLE day_seals IS 'append-only: one hash per store and day over the timelines of its orders';
COMMENT ON TABLE changes IS 'append-only: who changed what, with the values before and after';
