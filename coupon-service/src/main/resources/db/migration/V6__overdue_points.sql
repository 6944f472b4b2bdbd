-- Points that are still set aside, by the latest end of their checkout.
CREATE INDEX points_reservations_open ON points_reservations (until) WHERE status = 'RESERVED';
