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

-- Deletes the oldest rows that are older than asked, so many at most, and says how many. The service's role may delete none
-- by itself: this runs with the owner's rights, and nothing younger than a year leaves by it, whoever asks.
CREATE OR REPLACE FUNCTION actions_forget(older_than interval, most int) RETURNS bigint
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER AS $$
DECLARE
    least CONSTANT interval := interval '365 days';
    forgotten bigint;
BEGIN
    IF older_than IS NULL OR older_than < least THEN
        RAISE EXCEPTION 'actions are kept for % at least', least USING ERRCODE = 'invalid_parameter_value';
    END IF;
    WITH oldest AS (
        SELECT id, at FROM actions ORDER BY id LIMIT most FOR UPDATE SKIP LOCKED
    ), gone AS (
        DELETE FROM actions USING oldest WHERE actions.id = oldest.id AND oldest.at < now() - older_than RETURNING 1
    )
    SELECT count(*) INTO forgotten FROM gone;
    RETURN forgotten;
END $$;
ALTER FUNCTION actions_forget(interval, int) SET search_path = public, pg_temp;
