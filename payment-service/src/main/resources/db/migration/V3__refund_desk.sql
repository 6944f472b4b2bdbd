-- What operators need: payments found by store, refunds ended by hand, and a log of who did it.
ALTER TABLE refunds
    ADD COLUMN retried_at timestamptz,
    ADD COLUMN settled_krw bigint CHECK (settled_krw >= 0),
    ADD COLUMN settled_at timestamptz,
    ADD COLUMN settled_by text,
    ADD COLUMN note text;
-- A refund settled by hand has the status DONE, which earlier releases read, and says who settled it.
ALTER TABLE refunds ADD CONSTRAINT refunds_settled CHECK (
    num_nulls(settled_krw, settled_at, settled_by, note) IN (0, 4) AND (settled_by IS NULL OR status = 'DONE'));
CREATE INDEX refunds_manual ON refunds (checkout_id) WHERE status = 'MANUAL';

ALTER TABLE checkouts
    ADD COLUMN store_id uuid,
    ADD COLUMN placed_as text CHECK (placed_as IN ('ORDER', 'GIFT')),
    ADD COLUMN account text NOT NULL DEFAULT 'platform';
UPDATE checkouts SET store_id = (draft::json -> 'order' ->> 'storeId')::uuid WHERE intent = 'ORDER' AND draft IS JSON OBJECT;
UPDATE checkouts SET placed_as = CASE
    WHEN outcome IN ('ORDER', 'GIFT') THEN outcome
    WHEN EXISTS (SELECT FROM refunds r WHERE r.checkout_id = checkouts.id AND r.purpose = 'ENDED_ORDER') THEN 'ORDER'
    WHEN EXISTS (SELECT FROM refunds r WHERE r.checkout_id = checkouts.id AND r.purpose = 'ENDED_GIFT') THEN 'GIFT' END
WHERE verdict = 'APPROVED';
CREATE INDEX checkouts_created ON checkouts (created_at, id);
CREATE INDEX checkouts_store ON checkouts (store_id, created_at);

CREATE TABLE changes (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    by      text NOT NULL,
    subject text NOT NULL,
    before  text NOT NULL,
    after   text NOT NULL,
    trace   text
);
CREATE INDEX changes_subject ON changes (subject, at);
