-- Failures of a hint that waiting does not explain, counted apart from outages: after a few the payment is refunded or the hint parked.
ALTER TABLE webhooks ADD COLUMN failures int NOT NULL DEFAULT 0;
CREATE INDEX webhooks_parked ON webhooks (done_at) WHERE result = 'PARKED';
