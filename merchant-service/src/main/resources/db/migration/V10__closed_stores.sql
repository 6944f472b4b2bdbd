-- A store that was closed for good. Its standing stays SUSPENDED in the table, which the release before reads.
ALTER TABLE merchants ADD COLUMN closed_at timestamptz;
ALTER TABLE merchants ADD CONSTRAINT merchants_closed CHECK (closed_at IS NULL OR standing = 'SUSPENDED') NOT VALID;
ALTER TABLE merchants VALIDATE CONSTRAINT merchants_closed;
