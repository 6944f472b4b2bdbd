package io.sirenorder.feed.bell;

import static org.assertj.core.api.Assertions.assertThat;

import io.sirenorder.embedded.RedisServer;
import io.sirenorder.testkit.Eventually;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisClientType;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A primary, its replica and three Sentinels, of which clients know the Sentinels alone. */
class RedisSentinelTest {
    private static final String NAME = "siren";
    private static final int SENTINELS = 3;
    private static final int QUORUM = 2;
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(60));

    private final Vertx vertx = Vertx.vertx();
    private final List<RedisServer> servers = new ArrayList<>();
    private RedisServer primary;
    private RedisConnectionSlot slot;

    @BeforeEach
    void start() throws IOException {
        primary = started(RedisServer.settings().start());
        started(RedisServer.settings().replicaOf(primary.port()).start());
        List<String> sentinels = new ArrayList<>();
        for (int i = 0; i < SENTINELS; i++) {
            sentinels.add(started(RedisServer.settings()
                            .sentinelOf(NAME, primary.port(), QUORUM)
                            .start())
                    .url());
        }
        slot = slot(new RedisAddress(sentinels, RedisClientType.SENTINEL, Optional.of(NAME)));
    }

    private RedisConnectionSlot slot(RedisAddress address) {
        return new RedisConnectionSlots(vertx, address, Optional.empty(), Optional.empty()).slot();
    }

    private RedisServer started(RedisServer server) {
        servers.add(server);
        return server;
    }

    @AfterEach
    void stop() {
        slot.drop();
        servers.forEach(RedisServer::close);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_line_leads_to_the_replica_that_takes_the_primarys_place_and_knows_what_it_knew() {
        SOON.that(() -> assertThat(said(slot, "SET", "till", "17")).isEqualTo("OK"));
        SOON.that(() -> assertThat(said(slot, "WAIT", "1", "1000")).isEqualTo("1"));
        servers.stream().skip(2).forEach(this::knowsTheOthers);

        primary.crash();

        SOON.that(() -> assertThat(said(slot, "SET", "phone", "4")).isEqualTo("OK"));
        assertThat(said(slot, "GET", "till")).isEqualTo("17");
        assertThat(said(slot, "INFO", "replication")).contains("role:master");
    }

    private void knowsTheOthers(RedisServer sentinel) {
        RedisConnectionSlot asked =
                slot(new RedisAddress(List.of(sentinel.url()), RedisClientType.STANDALONE, Optional.empty()));
        SOON.that(() -> assertThat(said(asked, "SENTINEL", "MASTER", NAME))
                .contains("num-slaves: 1,", "num-other-sentinels: " + (SENTINELS - 1) + ","));
        asked.drop();
    }

    private static String said(RedisConnectionSlot slot, String command, String... words) {
        Request request = Request.cmd(Command.create(command));
        for (String word : words) {
            request.arg(word);
        }
        return slot.use(5_000, connection -> connection.send(request).map(Object::toString))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }
}
