-- The cause for which a store takes no orders; the release before leaves it as it is, so it means something only while
-- accepting is false.
ALTER TABLE stores ADD COLUMN closed_by text CHECK (closed_by IN ('merchant', 'unacknowledged'));
