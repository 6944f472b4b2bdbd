-- Gives committed events their positions: one call is one transaction and one round trip, and its plans are kept. The
-- lock is a statement of its own, because the move must take its snapshot after it (READ COMMITTED: each statement of a
-- volatile function has its own). Returns what was moved, in order, as it is served.
CREATE OR REPLACE FUNCTION feed_sequence(most int)
    RETURNS TABLE (new_pos bigint, new_event_id uuid, new_type text, new_at timestamptz, envelope text) LANGUAGE plpgsql VOLATILE AS $$
DECLARE
    head bigint;
BEGIN
    SELECT pos INTO head FROM feed_head FOR UPDATE;
    RETURN QUERY
        WITH oldest AS (
            SELECT seq FROM outbox_pending ORDER BY seq LIMIT most
        ), moved AS (
            DELETE FROM outbox_pending USING oldest WHERE outbox_pending.seq = oldest.seq RETURNING outbox_pending.*
        ), placed AS (
            SELECT head + row_number() OVER (ORDER BY seq) AS pos,
                   event_id, stream, stream_ver, type, v, body, at, trace
            FROM moved
        ), kept AS (
            INSERT INTO event_feed (pos, event_id, stream, stream_ver, type, v, body, at, trace)
            SELECT placed.pos, event_id, stream, stream_ver, type, v, body, at, trace FROM placed
        ), counted AS (
            UPDATE feed_head SET pos = head + n FROM (SELECT count(*) AS n FROM moved) AS news WHERE n > 0
        )
        SELECT placed.pos, event_id, type, at,
               json_build_object('pos', placed.pos, 'id', event_id, 'stream', stream, 'version', stream_ver,
                   'type', type, 'v', v, 'body', body, 'at', at, 'trace', trace)::text
        FROM placed ORDER BY placed.pos;
END $$;
ALTER FUNCTION feed_sequence(int) SET search_path = public, pg_temp;
