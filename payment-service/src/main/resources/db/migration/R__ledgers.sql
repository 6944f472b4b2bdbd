-- Rows that are added and never changed: the service's role may not either (R__rights_of_the_service.sql of feed-kit).
COMMENT ON TABLE changes IS 'append-only: what operators changed by hand';
COMMENT ON TABLE store_day_seals IS 'append-only: the seals of store-service''s days, as they were told';
