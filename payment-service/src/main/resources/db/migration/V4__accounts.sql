-- The account at PortOne that a hint is looked up in; the release before writes and looks up hints of the platform's account alone.
ALTER TABLE webhooks ADD COLUMN account text NOT NULL DEFAULT 'platform';
