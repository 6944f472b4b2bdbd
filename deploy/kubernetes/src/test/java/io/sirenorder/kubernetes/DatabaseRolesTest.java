package io.sirenorder.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.embedded.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseRolesTest {
    private static final String DENIED = "42501";
    private static final Path WALLS = Repository.KUBERNETES.resolve("database/walls.sql");
    private static final Map<String, Tenant> TENANTS = new LinkedHashMap<>();

    @TempDir
    static Path directory;

    private static PostgresServer server;
    private static Path log;

    @BeforeAll
    static void install_all_four() throws Exception {
        log = directory.resolve("postgres.log");
        server = PostgresServer.settings().log(log).start();
        for (String service : Repository.SERVICES) {
            TENANTS.put(service, new Tenant(server, service).install());
        }
        TENANTS.get("store").administrator("postgres", Repository.text(WALLS));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchant", "store", "coupon", "payment"})
    void a_service_changes_no_schema(String service) {
        denied(service, "CREATE TABLE mine (id int)");
        denied(service, "CREATE TEMPORARY TABLE feed_head (single boolean, pos bigint)");
        denied(service, "CREATE SCHEMA mine");
        denied(service, "CREATE FUNCTION feed_make_room(int) RETURNS int LANGUAGE sql AS 'SELECT 1'");
        denied(service, "ALTER TABLE feed_cursors ADD COLUMN mine int");
        denied(service, "DROP TABLE feed_cursors");
        denied(service, "TRUNCATE dead_letters");
        denied(service, "CREATE INDEX ON outbox_pending (at)");
        denied(service, "CREATE EXTENSION dblink");
        denied(service, "SET ROLE " + service + "_owner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchant", "store", "coupon", "payment"})
    void a_row_that_breaks_a_rule_is_not_written_into_the_servers_log(String service) throws Exception {
        Tenant tenant = TENANTS.get(service);
        assertThatThrownBy(() ->
                        tenant.asService("INSERT INTO outbox_pending (event_id, stream, stream_ver, type, body, at)"
                                + " SELECT gen_random_uuid(), 's', 1, NULL, '{}', now()"))
                .hasMessageContaining("Failing row");

        assertThat(Files.readString(log))
                .contains("null value in column \"type\"")
                .doesNotContain("Failing row");
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchant", "store", "coupon", "payment"})
    void a_service_sees_no_other_database(String service) {
        Tenant tenant = TENANTS.get(service);
        Repository.SERVICES.stream().filter(other -> !other.equals(service)).forEach(other -> {
            assertThatThrownBy(() -> tenant.asServiceIn(other, "SELECT 1")).hasMessageContaining("permission denied");
        });
        assertThatThrownBy(() -> tenant.asServiceIn("postgres", "SELECT 1")).hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchant", "store", "coupon", "payment"})
    void the_feed_is_append_only_and_each_partition_too(String service) throws SQLException {
        Tenant tenant = TENANTS.get(service);
        for (String table : new String[] {"event_feed", "event_feed_0", "event_feed_1"}) {
            denied(service, "UPDATE " + table + " SET type = 'forged'");
            denied(service, "DELETE FROM " + table);
            denied(service, "TRUNCATE " + table);
        }
        assertThat(tenant.ask("SELECT count(*) FROM event_feed")).isNotNull();
    }

    @Test
    void a_partition_made_by_the_service_later_is_append_only_too() throws SQLException {
        Tenant store = TENANTS.get("store");
        store.asService("UPDATE feed_head SET pos = 2000000");
        store.asService("SELECT feed_make_room()");
        store.asService(
                "INSERT INTO event_feed VALUES (2999999, gen_random_uuid(), 'later', 1, 't', 1, '{}', now(), null)");
        denied("store", "UPDATE event_feed_2 SET type = 'forged'");
        denied("store", "DELETE FROM event_feed_2");
        store.migrate();
        denied("store", "DELETE FROM event_feed_2");
        assertThat(store.ask("SELECT type FROM event_feed_2")).isEqualTo("t");
    }

    @ParameterizedTest
    @CsvSource({
        "merchant,wallet_entries",
        "merchant,cancelled_payments",
        "store,order_steps",
        "coupon,coupon_timeline",
        "coupon,loyalty_entries",
        "merchant,actions",
        "store,actions",
        "coupon,actions",
        "payment,actions",
        "merchant,changes",
        "store,changes",
        "payment,changes",
    })
    void ledgers_are_read_and_added_to_only(String service, String ledger) throws SQLException {
        assertThat(TENANTS.get(service).ask("SELECT count(*) FROM " + ledger)).isEqualTo("0");
        assertThat(TENANTS.get(service).ask("SELECT has_table_privilege('" + ledger + "', 'INSERT')"))
                .isEqualTo("t");
        denied(service, "UPDATE " + ledger + " SET at = now()");
        denied(service, "DELETE FROM " + ledger);
        denied(service, "TRUNCATE " + ledger);
        denied(service, "SELECT 1 FROM " + ledger + " FOR UPDATE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchant", "store", "coupon", "payment"})
    void actions_leave_by_the_owners_function_alone_and_none_within_a_year(String service) throws SQLException {
        Tenant tenant = TENANTS.get(service);
        for (int days : new int[] {800, 731, 400, 0}) {
            tenant.asOwner("INSERT INTO actions (at, role, by, what, subject, network, status) VALUES "
                    + "(now() - make_interval(days => " + days + "), 'OPERATOR', 'o', 'w', '{}', 'n', 200)");
        }
        assertThatThrownBy(() -> tenant.asService("SELECT actions_forget(interval '364 days', 100)"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22023"));
        assertThatThrownBy(() -> tenant.asService("SELECT actions_forget(NULL, 100)"))
                .hasMessageContaining("365 days");
        denied(service, "DELETE FROM actions");
        assertThat(tenant.ask("SELECT actions_forget(interval '730 days', 1)")).isEqualTo("1");
        assertThat(tenant.ask("SELECT actions_forget(interval '730 days', 100)"))
                .isEqualTo("1");
        assertThat(tenant.ask("SELECT count(*) FROM actions")).isEqualTo("2");
        tenant.asOwner("DELETE FROM actions");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "merchant|subject, what, changed_by, before, after|gen_random_uuid(), 'w', 'o', '{}', '{}'",
                "store|subject, what, changed_by, before, after|'menu:1', 'w', 'o', '{}', '{}'",
                "payment|subject, by, before, after|'refund:1', 'o', '{}', '{}'",
            })
    void changes_leave_by_the_owners_function_alone_and_none_within_five_years(
            String service, String columns, String values) throws SQLException {
        Tenant tenant = TENANTS.get(service);
        for (int days : new int[] {1_900, 1_828, 1_800, 0}) {
            tenant.asOwner("INSERT INTO changes (at, %s) VALUES (now() - interval '%d days', %s)"
                    .formatted(columns, days, values));
        }
        assertThatThrownBy(() -> tenant.asService("SELECT changes_forget(interval '1825 days', 100)"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22023"));
        assertThatThrownBy(() -> tenant.asService("SELECT changes_forget(NULL, 100)"))
                .hasMessageContaining("1826 days");
        denied(service, "DELETE FROM changes");
        assertThat(tenant.ask("SELECT changes_forget(interval '1827 days', 1)")).isEqualTo("1");
        assertThat(tenant.ask("SELECT changes_forget(interval '1827 days', 100)"))
                .isEqualTo("1");
        assertThat(tenant.ask("SELECT count(*) FROM changes")).isEqualTo("2");
        tenant.asOwner("DELETE FROM changes");
    }

    @Test
    void a_service_without_changes_forgets_none() throws SQLException {
        assertThat(TENANTS.get("coupon").ask("SELECT changes_forget(interval '1827 days', 100)"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchant", "store", "coupon", "payment"})
    void the_history_of_migrations_is_none_of_its_business(String service) {
        denied(service, "SELECT 1 FROM flyway_schema_history");
        denied(service, "DELETE FROM flyway_schema_history");
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchant", "store", "coupon", "payment"})
    void it_can_do_its_work(String service) throws SQLException {
        Tenant tenant = TENANTS.get(service);
        tenant.asService("INSERT INTO outbox_pending (event_id, stream, stream_ver, type, body, at) "
                + "VALUES (gen_random_uuid(), 's', 1, 't', '{}', now())");
        tenant.asService(
                "WITH head AS (SELECT pos FROM feed_head FOR UPDATE), moved AS (DELETE FROM outbox_pending RETURNING *) "
                        + "INSERT INTO event_feed SELECT pos + 1, event_id, stream, stream_ver, type, v, body, at, trace "
                        + "FROM moved, head; UPDATE feed_head SET pos = pos + 1");
        assertThat(tenant.ask("SELECT count(*) FROM event_feed WHERE stream = 's'"))
                .isEqualTo("1");
        assertThatCode(() -> tenant.asService("SELECT feed_make_room()")).doesNotThrowAnyException();
        assertThatCode(() -> tenant.asService("SELECT feed_forget(interval '30 days')"))
                .doesNotThrowAnyException();
        assertThat(tenant.ask("SELECT count(*) FROM pg_class c WHERE relnamespace = 'public'::regnamespace "
                        + "AND relkind = 'r' AND relname <> 'flyway_schema_history' "
                        + "AND NOT has_table_privilege(oid, 'SELECT, INSERT')"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchant", "store", "coupon", "payment"})
    void it_owns_nothing(String service) throws SQLException {
        assertThat(TENANTS.get(service).ask("SELECT count(*) FROM pg_class WHERE relowner = current_user::regrole"))
                .isEqualTo("0");
        assertThat(TENANTS.get(service).ask("SELECT count(*) FROM pg_proc WHERE proowner = current_user::regrole"))
                .isEqualTo("0");
        assertThat(TENANTS.get(service)
                        .ask("SELECT count(*) FROM pg_auth_members WHERE member = current_user::regrole"))
                .isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource({
        "statement_timeout,5s",
        "lock_timeout,2s",
        "idle_in_transaction_session_timeout,5s",
        "transaction_timeout,30s",
    })
    void its_patience_is_short(String setting, String value) throws SQLException {
        assertThat(TENANTS.get("payment").ask("SHOW " + setting)).isEqualTo(value);
    }

    @Test
    void it_has_few_connections_and_the_owner_fewer() throws SQLException {
        String limits = "SELECT string_agg(rolconnlimit::text, ' ' ORDER BY rolname) FROM pg_roles "
                + "WHERE rolname IN ('payment', 'payment_owner')";
        assertThat(TENANTS.get("payment").ask(limits)).isEqualTo("130 5");
    }

    @Test
    void a_role_that_looks_for_a_table_elsewhere_fools_no_function() throws SQLException {
        assertThat(TENANTS.get("payment")
                        .ask("SELECT count(*) FROM pg_proc WHERE prosecdef "
                                + "AND pronamespace = 'public'::regnamespace "
                                + "AND proconfig[1] IS DISTINCT FROM 'search_path=public, pg_temp'"))
                .isEqualTo("0");
    }

    @Test
    void roles_may_be_set_up_again_on_a_database_that_lives() throws SQLException {
        Tenant coupon = TENANTS.get("coupon");
        coupon.administrator("coupon", Repository.text(Repository.KUBERNETES.resolve("database/roles.sql")));
        assertThat(coupon.ask("SELECT count(*) FROM coupons")).isEqualTo("0");
    }

    @Test
    void a_table_of_the_next_release_is_usable_after_its_migration() throws SQLException {
        Tenant merchant = TENANTS.get("merchant");
        merchant.asOwner("CREATE TABLE of_the_next_release (id int)");
        denied("merchant", "DELETE FROM of_the_next_release");
        merchant.migrate();
        assertThatCode(() -> merchant.asService("DELETE FROM of_the_next_release"))
                .doesNotThrowAnyException();
    }

    private static void denied(String service, String sql) {
        assertThatThrownBy(() -> TENANTS.get(service).asService(sql))
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(DENIED));
    }
}
