-- Deletes the oldest rows of the service's table of changes that are older than asked, so many at most, and says how many; none
-- where the service has no such table. The service's role may delete none by itself: this runs with the owner's rights, and
-- nothing younger than five years leaves by it, whoever asks.
CREATE OR REPLACE FUNCTION changes_forget(older_than interval, most int) RETURNS bigint
    LANGUAGE plpgsql VOLATILE SECURITY DEFINER AS $$
DECLARE
    least CONSTANT interval := interval '1826 days';
    forgotten bigint;
BEGIN
    IF older_than IS NULL OR older_than < least THEN
        RAISE EXCEPTION 'changes are kept for % at least', least USING ERRCODE = 'invalid_parameter_value';
    END IF;
    IF to_regclass('public.changes') IS NULL THEN
        RETURN 0;
    END IF;
    WITH oldest AS (
        SELECT id, at FROM changes ORDER BY id LIMIT most FOR UPDATE SKIP LOCKED
    ), gone AS (
        DELETE FROM changes USING oldest WHERE changes.id = oldest.id AND oldest.at < now() - older_than RETURNING 1
    )
    SELECT count(*) INTO forgotten FROM gone;
    RETURN forgotten;
END $$;
ALTER FUNCTION changes_forget(interval, int) SET search_path = public, pg_temp;
