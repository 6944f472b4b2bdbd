-- Whether PortOne showed another customer than the buyer when the payment was settled; the release before notes none.
ALTER TABLE checkouts ADD COLUMN payer_differs boolean NOT NULL DEFAULT false;
