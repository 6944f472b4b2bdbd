package io.sirenorder.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.notification.Mailbox;
import io.sirenorder.contracts.notification.Presence;
import io.sirenorder.embedded.RedisServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every user of users.acl, on a real Redis, through the client that the services use. */
class RedisUsersTest {
    private static final Mailbox MAILBOX =
            new Mailbox(Recipient.store(new StoreId(UUID.fromString("018f0000-0000-7000-8000-000000000001"))));
    private static final List<String> MAIL = List.of(MAILBOX.seenKey("1"), MAILBOX.streamKey(), MAILBOX.topKey());
    private static final List<String> OVERREACHING = List.of(
            "FLUSHALL",
            "FLUSHDB",
            "CONFIG GET *",
            "KEYS *",
            "SCAN 0",
            "ACL LIST",
            "DEBUG SLEEP 0",
            "SHUTDOWN NOSAVE",
            "CLIENT LIST",
            "MONITOR",
            "SCRIPT FLUSH",
            "SAVE",
            "REPLICAOF no one",
            "SELECT 1",
            "DEL other",
            "RANDOMKEY",
            "INFO",
            "MODULE LIST",
            "PUBLISH other x",
            "SET other x");

    @TempDir
    static Path home;

    private static RedisServer server;
    private static RedisUser administrator;

    @BeforeAll
    static void start() throws Exception {
        Path users = home.resolve("users.acl");
        Files.writeString(users, RedisUser.file());
        server = RedisServer.settings()
                .password(RedisUser.ADMINISTRATOR)
                .config("aclfile", "\"" + users + "\"")
                .start();
        administrator = RedisUser.administrator(server.port());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            administrator.close();
            server.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchant", "store", "coupon", "payment", "gateway"})
    void each_user_may_send_the_commands_of_its_program_and_no_others(String name) {
        assertThat(RedisCommands.allowed(name)).isEqualTo(RedisCommands.sentBy(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchant", "store", "coupon", "payment"})
    void services_empty_a_mailbox_whose_notifications_came_too_late(String name) throws Exception {
        administrator.send("XADD", MAIL.get(1), "*", "h", "- key", "j", "{}");
        try (RedisUser user = user(name)) {
            assertThat(user.send("DEL", MAIL.get(1), MAIL.get(2))).isNotEqualTo("0");
        }
        assertThat(administrator.send("EXISTS", MAIL.get(1), MAIL.get(2))).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchant", "store", "coupon", "payment", "gateway"})
    void no_user_reaches_keys_of_another_program(String name) throws Exception {
        try (RedisUser user = user(name)) {
            for (String command : OVERREACHING) {
                refused(user, command.split(" "));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchant", "store", "coupon", "payment", "gateway"})
    void no_user_subscribes_to_channels_of_another_program(String name) throws Exception {
        try (RedisUser user = user(name);
                RedisUser again = user(name)) {
            assertThat(again.hears("SUBSCRIBE", "other", administrator)).isFalse();
            assertThat(user.hears("PSUBSCRIBE", "*", administrator)).isFalse();
        }
    }

    @Test
    void a_connection_without_a_user_is_refused() {
        assertThatThrownBy(() -> RedisUser.nobody(server.port()).send("PING")).hasMessageContaining("NOAUTH");
        assertThatThrownBy(
                        () -> RedisUser.with(server.port(), "store", "guessed").send("PING"))
                .hasMessageContaining("WRONGPASS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchant", "store", "coupon", "payment"})
    void services_ring_listen_and_post(String name) throws Exception {
        try (RedisUser user = user(name)) {
            user.send("PUBLISH", "siren:bell", name + " 1");
            String script = user.send("SCRIPT", "LOAD", textBlock("contracts", "Mailbox", "SCRIPT"));
            assertThat(user.send(
                            "EVALSHA",
                            script,
                            "3",
                            seen(name),
                            MAIL.get(1),
                            MAIL.get(2),
                            "to",
                            MAILBOX.channel(),
                            "-",
                            "key",
                            "{}",
                            "600",
                            "64",
                            "86400"))
                    .isEqualTo("1");
            assertThat(user.hears("SUBSCRIBE", "siren:bell", administrator)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchant", "coupon", "payment"})
    void only_the_store_asks_who_is_there(String name) throws Exception {
        try (RedisUser user = user(name)) {
            refused(user, "ZRANGE", Presence.ALL_KEY, "0", "-1");
            refused(user, "ZCOUNT", Presence.ALL_KEY, "-inf", "+inf");
            refused(user, "GET", Mailbox.EPOCH_KEY);
            refused(user, "GET", MAIL.get(2));
            refused(user, "SET", Mailbox.EPOCH_KEY, "forged");
        }
        try (RedisUser store = user("store")) {
            store.send("GET", Mailbox.EPOCH_KEY);
            store.send("ZRANGE", Presence.ALL_KEY, "0", "+inf", "BYSCORE");
            store.send("ZCOUNT", Presence.key(MAILBOX.recipient()), "0", "+inf");
            refused(store, "ZADD", Presence.ALL_KEY, "1", "store:forged");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchant", "store", "coupon", "payment"})
    void services_read_no_mailbox_and_no_tickets(String name) throws Exception {
        try (RedisUser user = user(name)) {
            refused(user, "XREVRANGE", MAIL.get(1), "+", "-");
            refused(user, "XREAD", "STREAMS", MAIL.get(1), "0");
            refused(user, "GETDEL", "ws-ticket:abc");
            refused(user, "SET", "ws-ticket:abc", "{}");
            refused(user, "EVAL", "return redis.call('GET', KEYS[1])", "1", MAIL.get(2));
        }
    }

    @Test
    void the_gateway_subscribes_reads_and_reports() throws Exception {
        try (RedisUser gateway = user("gateway")) {
            gateway.send("SET", Mailbox.EPOCH_KEY, "epoch", "NX");
            assertThat(gateway.send("GET", Mailbox.EPOCH_KEY)).isEqualTo("epoch");
            gateway.send("XREVRANGE", MAIL.get(1), "+", "-", "COUNT", "65");
            gateway.send("XRANGE", MAIL.get(1), "(0-1", "+", "COUNT", "65");
            gateway.send("SET", "ws-ticket:abc", "{}", "NX", "EX", "30");
            assertThat(gateway.send("GETDEL", "ws-ticket:abc")).isEqualTo("{}");
            gateway.send(
                    "EVAL",
                    textBlock("notification-gateway", "PresenceReporter", "REPORT"),
                    "2",
                    Presence.key(MAILBOX.recipient()),
                    Presence.ALL_KEY,
                    "node:1",
                    "4102444800000",
                    "0",
                    "store:1");
            gateway.send("PUBLISH", "gw:probe:1", "here");
            assertThat(gateway.hears("SUBSCRIBE", MAILBOX.channel(), administrator))
                    .isTrue();
            assertThat(gateway.hears("SUBSCRIBE", "gw:probe:1", administrator)).isTrue();
        }
    }

    @Test
    void the_gateway_rings_no_bell_and_writes_no_mailbox() throws Exception {
        try (RedisUser gateway = user("gateway")) {
            refused(gateway, "PUBLISH", "siren:bell", "store 1");
            refused(gateway, "XADD", MAIL.get(1), "*", "h", "- key", "j", "{}");
            refused(gateway, "SET", MAIL.get(0), "1");
        }
    }

    private static void refused(RedisUser user, String... command) {
        assertThatThrownBy(() -> user.send(command))
                .as(String.join(" ", command))
                .hasMessageContaining("NOPERM");
    }

    private static String seen(String name) {
        return MAILBOX.seenKey(name);
    }

    private static RedisUser user(String name) {
        return RedisUser.with(server.port(), name, RedisUser.passwordOf(name));
    }

    /** The script itself, as it stands in the source. */
    private static String textBlock(String module, String type, String constant) {
        Path file = Repository.files(Repository.directory(module).resolve("src/main"), "/" + type + ".java")
                .get(0);
        Matcher block = Pattern.compile(constant + " = \"\"\"\n(.*?)\"\"\";", Pattern.DOTALL)
                .matcher(Repository.text(file));
        assertThat(block.find()).isTrue();
        return block.group(1).stripIndent();
    }
}
