-- What is marked append-only may be read and added to by the service's role, and no more (R__rights_of_the_service.sql).
COMMENT ON TABLE event_feed IS 'append-only: what was told stays told';

-- They run with their owner's rights: nobody's temporary table may stand where they look for one of ours.
ALTER FUNCTION feed_make_room() SET search_path = public, pg_temp;
ALTER FUNCTION feed_forget(interval) SET search_path = public, pg_temp;
