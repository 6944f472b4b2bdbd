-- Lets a feed that was restored to an earlier moment go on at a position that was never given out, far behind all that any
-- consumer has heard, and puts an event there: a consumer whose cursor names that position and that event reads on from it.
-- For an operator, as the owner of the tables, while the service is stopped.
CREATE OR REPLACE FUNCTION feed_resume(heard bigint, OUT resumed_pos bigint, OUT resumed_event_id uuid)
    LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    million CONSTANT bigint := 1000000;
    margin CONSTANT bigint := 10000;
    head bigint;
BEGIN
    SELECT pos INTO head FROM feed_head FOR UPDATE;
    resumed_pos := greatest(head, heard) + margin;
    resumed_event_id := gen_random_uuid();
    FOR part IN head / million .. resumed_pos / million + 1 LOOP
        IF to_regclass('event_feed_' || part) IS NULL THEN
            EXECUTE format('CREATE TABLE event_feed_%s PARTITION OF event_feed FOR VALUES FROM (%s) TO (%s)',
                part, part * million, (part + 1) * million);
        END IF;
    END LOOP;
    INSERT INTO event_feed (pos, event_id, stream, stream_ver, type, v, body, at)
    VALUES (resumed_pos, resumed_event_id, 'feed:' || resumed_event_id, 1, 'feed.resumed', 1,
            json_build_object('type', 'feed.resumed', 'heard', heard), now());
    UPDATE feed_head SET pos = resumed_pos;
END $$;
ALTER FUNCTION feed_resume(bigint) SET search_path = public, pg_temp;
