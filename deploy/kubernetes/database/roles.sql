-- For one service: run by an administrator in its database (merchant, store, coupon or payment), as often as one likes.
--   <database>_owner  makes and changes tables; only the migration Job knows its password
--   <database>        is what the service runs as: it owns nothing, and what it may do is granted with each migration
-- Passwords are not set here.
DO $$
DECLARE
    service CONSTANT name := current_database();
    owner CONSTANT name := service || '_owner';
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = owner) THEN
        EXECUTE format('CREATE ROLE %I', owner);
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = service) THEN
        EXECUTE format('CREATE ROLE %I', service);
    END IF;
    EXECUTE format('ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS CONNECTION LIMIT 5', owner);
    -- Replicas at most, and one more while they are replaced, times the pool of each: (6 + 1) * (16 + 2).
    EXECUTE format('ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT CONNECTION LIMIT 130', service);

    -- A frozen or leaked transaction must not hold the stamp lock or a cursor for long.
    EXECUTE format('ALTER ROLE %I SET statement_timeout = %L', service, '5s');
    EXECUTE format('ALTER ROLE %I SET lock_timeout = %L', service, '2s');
    EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = %L', service, '5s');
    IF current_setting('server_version_num')::int >= 170000 THEN
        EXECUTE format('ALTER ROLE %I SET transaction_timeout = %L', service, '30s');
    END IF;
    -- Details of an error are the row that broke a rule: buyers, notes and digests, which have no place in the server's log. A
    -- provider that keeps this from its administrators has a parameter for the whole server (docs/operations.md).
    IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        EXECUTE format('ALTER ROLE %I SET log_error_verbosity = %L', service, 'terse');
        EXECUTE format('ALTER ROLE %I SET log_error_verbosity = %L', owner, 'terse');
    END IF;
    -- A migration waits for a lock for a short time only: all later transactions would queue behind it.
    EXECUTE format('ALTER ROLE %I SET lock_timeout = %L', owner, '5s');

    EXECUTE format('ALTER DATABASE %I OWNER TO %I', service, owner);
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', service);
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I', service, service);
    EXECUTE format('ALTER SCHEMA public OWNER TO %I', owner);
    EXECUTE 'REVOKE ALL ON SCHEMA public FROM PUBLIC';
    EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', service);

    -- CloudNativePG measures the server as this role, which it may not have made yet; it sets the rest by itself.
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'cnpg_metrics_exporter') THEN
        CREATE ROLE cnpg_metrics_exporter NOLOGIN;
    END IF;
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO cnpg_metrics_exporter', service);
END $$;
