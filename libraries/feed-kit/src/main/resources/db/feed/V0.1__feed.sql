-- Written in the business transaction; emptied by the stamper.
CREATE TABLE outbox_pending (
    seq        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id   uuid        NOT NULL UNIQUE,
    stream     text        NOT NULL,
    stream_ver bigint      NOT NULL,
    type       text        NOT NULL,
    v          int         NOT NULL DEFAULT 1,
    body       jsonb       NOT NULL,
    at         timestamptz NOT NULL,
    trace      text
);

-- The facts in the order in which they became visible; dense positions, append-only.
CREATE TABLE event_feed (
    pos        bigint      NOT NULL PRIMARY KEY,
    event_id   uuid        NOT NULL,
    stream     text        NOT NULL,
    stream_ver bigint      NOT NULL,
    type       text        NOT NULL,
    v          int         NOT NULL,
    body       jsonb       NOT NULL,
    at         timestamptz NOT NULL,
    trace      text
) PARTITION BY RANGE (pos);

-- The counter. Never max(pos): a dropped partition would hand out positions twice.
CREATE TABLE feed_head (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    pos    bigint NOT NULL
) WITH (fillfactor = 50);
INSERT INTO feed_head (pos) VALUES (0);

-- How far this service has heard each of its neighbours, and itself.
CREATE TABLE feed_cursors (
    name     text PRIMARY KEY,
    pos      bigint NOT NULL DEFAULT 0,
    event_id uuid,
    parked   int    NOT NULL DEFAULT 0,
    moved_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 50);

-- Events whose effect failed, and behind each the later ones of its stream.
CREATE TABLE dead_letters (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer    text        NOT NULL,
    stream      text        NOT NULL,
    pos         bigint      NOT NULL,
    event_id    uuid        NOT NULL,
    type        text        NOT NULL,
    envelope    jsonb       NOT NULL,
    state       text        NOT NULL CHECK (state IN ('RETRYING', 'EARLY', 'QUEUED', 'PARKED')),
    tries       int         NOT NULL DEFAULT 0,
    next_try_at timestamptz NOT NULL DEFAULT now(),
    reason      text,
    heard_at    timestamptz NOT NULL DEFAULT now(),
    UNIQUE (consumer, stream, pos)
);
CREATE INDEX dead_letters_due ON dead_letters (consumer, next_try_at) WHERE state IN ('RETRYING', 'EARLY');

-- Makes sure that there is room for a million events beyond the head. Runs with its owner's rights: the service has none to create.
CREATE FUNCTION feed_make_room() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    million CONSTANT bigint := 1000000;
    first bigint := (SELECT pos / million FROM feed_head);
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('event_feed'));
    FOR part IN first .. first + 1 LOOP
        IF to_regclass('event_feed_' || part) IS NULL THEN
            EXECUTE format('CREATE TABLE event_feed_%s PARTITION OF event_feed FOR VALUES FROM (%s) TO (%s)',
                part, part * million, (part + 1) * million);
        END IF;
    END LOOP;
END $$;

-- Drops what is older than asked, whole partitions only and never the one in use.
CREATE FUNCTION feed_forget(older_than interval) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
    million CONSTANT bigint := 1000000;
    part bigint := (SELECT pos / million FROM event_feed ORDER BY pos LIMIT 1);
    newest timestamptz;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('event_feed'));
    WHILE part < (SELECT pos / million FROM feed_head) LOOP
        EXECUTE format('SELECT at FROM event_feed_%s ORDER BY pos DESC LIMIT 1', part) INTO newest;
        EXIT WHEN newest > now() - older_than;
        EXECUTE format('DROP TABLE event_feed_%s', part);
        part := part + 1;
    END LOOP;
END $$;

SELECT feed_make_room();
