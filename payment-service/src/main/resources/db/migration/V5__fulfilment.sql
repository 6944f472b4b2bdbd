-- Payments that the other services' books contradict. A difference counts once it was seen twice, some minutes apart.
CREATE TABLE fulfilment_differences (
    checkout_id uuid        NOT NULL,
    kind        text        NOT NULL,
    detail      text        NOT NULL,
    first_at    timestamptz NOT NULL DEFAULT now(),
    last_at     timestamptz NOT NULL DEFAULT now(),
    gone_at     timestamptz,
    PRIMARY KEY (checkout_id, kind)
);
CREATE INDEX fulfilment_differences_open ON fulfilment_differences (last_at) WHERE gone_at IS NULL;
CREATE INDEX refunds_ended ON refunds (ended_at) WHERE ended_at IS NOT NULL;

-- Each account's books are compared from a position of its own.
INSERT INTO sweeps (name, until)
SELECT 'proof-' || version, until FROM sweeps, unnest(ARRAY['V1', 'V2']) AS version WHERE name = 'proof'
ON CONFLICT (name) DO NOTHING;
