package io.sirenorder.store.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.sirenorder.contracts.OrderId;
import io.sirenorder.store.Shop;
import io.sirenorder.store.Town;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.SirenTestResource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Callers lose patience or their connection: a till in a tunnel, a gateway with a time-out. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class LostCallerTest {
    private static final Eventually SOON = Eventually.within(Duration.ofSeconds(30));
    private static final String WAITERS = "SELECT count(*) FROM pg_locks WHERE NOT granted";

    @Inject
    Town town;

    @Inject
    Pool pool;

    @TestHTTPResource
    URI here;

    @Test
    void a_caller_that_hangs_up_in_the_middle_of_a_transaction_leaves_it_to_its_end() throws IOException {
        Shop shop = town.openShop();
        OrderId order = town.waitingOrder(shop, "kim").orderId();
        SqlConnection holder = pool.getConnectionAndAwait();
        Transaction held = holder.beginAndAwait();
        holder.preparedQuery("SELECT 1 FROM orders WHERE id = $1 FOR UPDATE").executeAndAwait(Tuple.of(order.value()));
        try (Socket caller = new Socket(here.getHost(), here.getPort())) {
            caller.getOutputStream().write(acceptance(order, shop));
            SOON.that(() -> assertThat(number(WAITERS)).isEqualTo(1));
        }
        assertThat(status(shop, order)).isEqualTo("WAITING"); // by now its end is known here
        held.rollbackAndAwait();
        holder.closeAndAwait();

        SOON.that(() -> assertThat(status(shop, order)).isEqualTo("ACCEPTED"));
    }

    private static byte[] acceptance(OrderId order, Shop shop) {
        return String.join(
                        "\r\n",
                        "POST /orders/" + order + "/acceptance HTTP/1.1",
                        "Host: here",
                        "Authorization: Bearer " + shop.token(),
                        "Content-Type: application/json",
                        "Content-Length: 14",
                        "",
                        "{\"minutes\": 10}".replace(" ", ""))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String status(Shop shop, OrderId order) {
        return RestAssured.given()
                .auth()
                .oauth2(shop.token())
                .get("/orders/" + order)
                .then()
                .statusCode(200)
                .extract()
                .path("status");
    }

    private long number(String sql) {
        return pool.query(sql).executeAndAwait().iterator().next().getLong(0);
    }
}
