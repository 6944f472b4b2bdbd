-- The part of a payment that PortOne took back on its own; the order stands.
ALTER TABLE orders ADD COLUMN cancelled_krw bigint NOT NULL DEFAULT 0 CHECK (cancelled_krw BETWEEN 0 AND amount_krw);
