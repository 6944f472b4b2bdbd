-- Where the owner of the tables is not who uses them: gives the role that is named like this database what a service
-- needs, and no more. Does nothing where the service migrates for itself, as in its own tests. Runs with every migration,
-- after all of it, since this line is never the same: ${flyway:timestamp} (a callback would need a third connection).
DO $$
DECLARE
    service CONSTANT name := current_database();
    ledger regclass;
BEGIN
    IF current_user = service OR NOT EXISTS (SELECT FROM pg_roles WHERE rolname = service) THEN
        RETURN;
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', service);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO %I', service);
    EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO %I', service);
    EXECUTE 'REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC';
    EXECUTE format('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO %I', service);
    EXECUTE format('REVOKE ALL ON flyway_schema_history FROM %I', service);

    -- Rights on a partitioned table don't reach whoever names a partition: each loses its own.
    FOR ledger IN
        SELECT tree.relid FROM pg_class marked, pg_partition_tree(marked.oid) tree
        WHERE marked.relnamespace = 'public'::regnamespace AND marked.relkind = 'p'
          AND obj_description(marked.oid, 'pg_class') LIKE 'append-only%'
        UNION
        SELECT marked.oid::regclass FROM pg_class marked
        WHERE marked.relnamespace = 'public'::regnamespace AND marked.relkind IN ('r', 'p')
          AND obj_description(marked.oid, 'pg_class') LIKE 'append-only%'
    LOOP
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %s FROM %I', ledger, service);
    END LOOP;

    -- What feed_make_room() adds later is a ledger; whatever else a release adds passes here again.
    EXECUTE format('ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT ON TABLES TO %I', service);
END $$;
