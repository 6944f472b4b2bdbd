-- The recipient of a gift, so that gifts to one recipient can be counted; empty in rows of the release before.
ALTER TABLE checkouts ADD COLUMN gift_to text;
CREATE INDEX checkouts_gift_to ON checkouts (gift_to, created_at) WHERE gift_to IS NOT NULL;
