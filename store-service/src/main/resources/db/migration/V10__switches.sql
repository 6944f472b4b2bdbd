-- How often its merchant opened, closed, paused or resumed a store lately; the release before leaves it as it is.
ALTER TABLE stores
    ADD COLUMN switches int NOT NULL DEFAULT 0,
    ADD COLUMN switches_since timestamptz;
