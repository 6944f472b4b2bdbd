package io.sirenorder.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;

/** A till on a bad line: after any sequence of faults it receives each message once and in order. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class ResumeStoryTest {
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(30));
    private static final int STEPS = 150;
    /** Farther behind than a mailbox is long would be an honest reset. */
    private static final int FARTHEST_BEHIND = 40;

    @TestHTTPResource
    URI base;

    @Inject
    Post post;

    private final TestUser merchant = TestUser.merchant();
    private final List<String> published = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private Peer till;
    private String epoch;
    private String pos;

    @RepeatedTest(5)
    void every_message_arrives_once_and_in_order_under_any_fault_of_the_line() {
        long seed = Long.getLong("seed", System.nanoTime());
        SplittableRandom chance = new SplittableRandom(seed);
        connect("");
        for (int step = 0; step < STEPS; step++) {
            switch (chance.nextInt(12)) {
                case 0 -> reconnect();
                case 1 -> {
                    till.drop();
                    publish(chance.nextInt(5));
                    reconnect();
                }
                case 2 ->
                    post.call(
                            Request.cmd(Command.CLIENT).arg("KILL").arg("TYPE").arg("pubsub"));
                case 3 -> listen();
                default -> publish(1 + chance.nextInt(2));
            }
            hearAllBut(FARTHEST_BEHIND);
        }
        publish(1);
        hearAllBut(0);
        assertThat(heard).as("seed %d", seed).isEqualTo(published);
        assertThat(till.hasNothingMore()).as("seed %d", seed).isTrue();
        till.close();
    }

    private void publish(int count) {
        for (int i = 0; i < count; i++) {
            String order = "o-" + published.size();
            post.order(merchant.self(), order);
            published.add(order);
        }
    }

    private void hearAllBut(int some) {
        while (heard.size() < published.size() - some) {
            take(till.next());
        }
    }

    private void listen() {
        while (!till.hasNothingMore()) {
            take(till.next());
        }
    }

    /** Loses the messages that the client has not read. */
    private void reconnect() {
        till.drop();
        connect("?epoch=" + epoch + "&pos=" + pos);
    }

    private void connect(String query) {
        till = SOON.get(() -> Peer.open(base, "/ws/merchant" + query, merchant.token())); // 503 without the feed
        JsonNode welcome = till.welcome();
        assertThat(welcome.path("resumed").asBoolean()).isEqualTo(!query.isEmpty());
        epoch = welcome.path("epoch").asText();
        pos = welcome.path("pos").asText();
    }

    private void take(JsonNode push) {
        heard.add(push.path("d").path("orderId").asText());
        pos = push.path("pos").asText();
    }
}
