package io.sirenorder.feed.notification;

import static io.sirenorder.feed.Bench.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.contracts.notification.Mailbox;
import io.sirenorder.feed.Bench;
import io.sirenorder.feed.Mirror;
import io.sirenorder.feed.toy.JarNotifications;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.TestServers;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(Mirror.class)
class NotificationRelayTest {
    @Inject
    Bench bench;

    @Inject
    RedisDataSource redis;

    @Inject
    ObjectMapper json;

    @Inject
    MeterRegistry meters;

    @Test
    void a_notification_is_kept_in_the_stream_and_published_on_the_shard_s_channel() throws IOException {
        String jar = bench.newJar();
        Mailbox mailbox = mailbox(jar);
        ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
        redis.pubsub(String.class).subscribe(mailbox.channel(), heard::add);

        bench.add(jar, "fine");

        eventually(() -> assertThat(heard).hasSize(1));
        StreamMessage<String, String, String> entry = stream(mailbox).get(0);
        String[] words = heard.remove().split(" ", 5);
        assertThat(words[0]).isEqualTo(mailbox.recipient().value());
        assertThat(words[1])
                .isEqualTo(entry.id())
                .isEqualTo(redis.value(String.class).get(mailbox.topKey()));
        assertThat(words[2] + " " + words[3])
                .isEqualTo("- jar:" + jar)
                .isEqualTo(entry.payload().get("h"));
        assertThat(words[4]).isEqualTo(entry.payload().get("j"));
        JsonNode frame = json.readTree(words[4]);
        assertThat(frame.path("t").asText()).isEqualTo("notice");
        assertThat(frame.path("id").asText()).isEqualTo(eventOf(jar));
        assertThat(frame.path("d").path("text").path("en").asText()).isEqualTo("bean 1");
        assertThat(frame.has("ack")).isFalse();
    }

    private String eventOf(String jar) {
        return bench.query("SELECT event_id FROM event_feed WHERE stream = ?", row -> row.getString(1), "jar:" + jar)
                .get(0);
    }

    @Test
    void a_notification_that_is_sent_again_arrives_once() {
        String jar = bench.newJar();
        bench.add(jar, "fine", "fine");
        eventually(() -> assertThat(beans(jar)).containsExactly(1, 2));

        bench.update("UPDATE feed_cursors SET pos = 0, event_id = NULL WHERE name = 'notifications'");
        bench.add(jar, "fine");

        eventually(() -> assertThat(beans(jar)).containsExactly(1, 2, 3));
    }

    @Test
    void what_can_not_be_told_does_not_hold_up_what_follows() {
        String jar = bench.newJar();

        bench.add(jar, "fine", "unspeakable", "fine");

        eventually(() -> assertThat(beans(jar)).containsExactly(1, 3));
    }

    @Test
    void a_notification_that_redis_refuses_does_not_stop_the_others() {
        String refused = bench.newJar();
        String jar = bench.newJar();
        redis.value(String.class).set(mailbox(refused).streamKey(), "not a stream");
        bench.add(refused, "fine");
        bench.add(jar, "fine", "fine");
        eventually(() -> assertThat(beans(jar)).containsExactly(1, 2));
        eventually(() -> assertThat(meters.get("siren.feed.lag")
                        .tag("consumer", NotificationRelay.CURSOR)
                        .gauge()
                        .value())
                .isZero());
    }

    @Test
    void messages_older_than_a_mailbox_keeps_are_not_sent_and_no_session_resumes_over_them() {
        String jar = bench.newJar();
        bench.add(jar, "fine");
        eventually(() -> assertThat(beans(jar)).containsExactly(1));

        bench.update(
                """
                INSERT INTO outbox_pending (event_id, stream, stream_ver, type, body, at)
                VALUES (gen_random_uuid(), ?, 2, 'bean.added', cast(? AS jsonb), now() - interval '11 minutes')
                """,
                "jar:" + jar,
                "{\"type\":\"bean.added\",\"jar\":\"%s\",\"beans\":2,\"mood\":\"fine\",\"at\":\"2026-01-01T00:00:00Z\"}"
                        .formatted(jar));

        eventually(() -> assertThat(beans(jar)).isEmpty());
    }

    @Test
    void a_flushed_redis_loses_nothing_that_comes_after() {
        String jar = bench.newJar();
        bench.add(jar, "fine");
        eventually(() -> assertThat(beans(jar)).containsExactly(1));

        redis.flushall();
        bench.add(jar, "fine", "fine");

        eventually(() -> assertThat(beans(jar)).containsExactly(2, 3));
        eventually(() -> assertThat(bench.seen("mirror", jar)).containsExactly(1, 2, 3));
    }

    @Test
    void without_redis_effects_go_on_and_notifications_catch_up_when_it_is_back() throws IOException {
        String jar = bench.newJar();
        bench.add(jar, "fine");
        eventually(() -> assertThat(beans(jar)).containsExactly(1));

        TestServers.redis().crash();
        try {
            bench.add(jar, IntStream.range(0, 20).mapToObj(n -> "fine").toArray(String[]::new));
            List<Integer> all = IntStream.rangeClosed(1, 21).boxed().toList();
            eventually(() -> assertThat(bench.seen("toy", jar)).isEqualTo(all));
            eventually(() -> assertThat(bench.seen("mirror", jar)).isEqualTo(all));
        } finally {
            TestServers.redis().restart();
        }

        List<Integer> missed = IntStream.rangeClosed(2, 21).boxed().toList();
        eventually(() -> assertThat(beans(jar)).isEqualTo(missed));
    }

    private List<Integer> beans(String jar) throws IOException {
        List<StreamMessage<String, String, String>> entries = stream(mailbox(jar));
        return entries.stream().map(entry -> bean(entry.payload().get("j"))).toList();
    }

    private int bean(String frame) {
        try {
            return Integer.parseInt(json.readTree(frame)
                    .path("d")
                    .path("text")
                    .path("en")
                    .asText()
                    .substring("bean ".length()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<StreamMessage<String, String, String>> stream(Mailbox mailbox) {
        return redis.stream(String.class).xrange(mailbox.streamKey(), StreamRange.of("-", "+"));
    }

    private static Mailbox mailbox(String jar) {
        return new Mailbox(JarNotifications.owner(jar));
    }
}
