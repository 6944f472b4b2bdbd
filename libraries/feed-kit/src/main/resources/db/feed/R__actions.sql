-- Each change that an operator or a merchant asked this service for over REST, also one that was refused. Repeatable, since
-- databases whose versions have gone beyond the feed's take no new one of it.
CREATE TABLE IF NOT EXISTS actions (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL DEFAULT now(),
    role    text        NOT NULL CHECK (role IN ('OPERATOR', 'MERCHANT')),
    by      text        NOT NULL,
    what    text        NOT NULL,
    subject text        NOT NULL,
    network text        NOT NULL,
    status  integer     NOT NULL,
    trace   text
);
CREATE INDEX IF NOT EXISTS actions_by ON actions (by, id DESC);
COMMENT ON TABLE actions IS 'append-only: who asked for which change, and from where';
