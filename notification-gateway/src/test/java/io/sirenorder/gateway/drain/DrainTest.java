package io.sirenorder.gateway.drain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.sirenorder.contracts.notification.Presence;
import io.sirenorder.gateway.CloseReason;
import io.sirenorder.gateway.Peer;
import io.sirenorder.gateway.Post;
import io.sirenorder.gateway.RawSocket;
import io.sirenorder.gateway.TestUser;
import io.sirenorder.testkit.SirenTestResource;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class DrainTest {
    @TestHTTPResource
    URI base;

    @Inject
    Drain drain;

    @Inject
    Post post;

    private final TestUser merchant = TestUser.merchant();
    private final TestUser buyer = TestUser.buyer();

    /** The next test finds a node that is not leaving. */
    @AfterEach
    void comeBack() {
        Arc.container().getActiveContext(ApplicationScoped.class).destroy(((ClientProxy) drain).arc_bean());
    }

    @Test
    void each_socket_is_told_and_closed_and_new_ones_are_refused() {
        try (Peer till = Peer.open(base, "/ws/merchant", merchant.token());
                Peer phone = Peer.open(base, "/ws/buyer", buyer.token())) {
            till.welcome();
            phone.welcome();
            drain.run();

            assertThat(till.next("session.draining")
                            .path("d")
                            .path("reconnectIn")
                            .get(1)
                            .asInt())
                    .isEqualTo(300);
            phone.next("session.draining");
            assertThat(till.closeCode()).isEqualTo(CloseReason.DRAINING.code());
            assertThat(phone.closeCode()).isEqualTo(CloseReason.DRAINING.code());

            RawSocket.Answer answer =
                    RawSocket.knock(base, "/ws/merchant", Map.of("Authorization", "Bearer " + merchant.token()));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers()).containsKey("retry-after");
            assertThat(answer.body()).contains("gateway-unavailable", "draining");
            assertThat(RestAssured.get("/q/health/ready").statusCode()).isEqualTo(503);
            assertThat(post.call(Request.cmd(Command.ZCARD).arg(Presence.key(merchant.self())))
                            .toInteger())
                    .as("present for the grace time")
                    .isEqualTo(1);
        }
    }
}
