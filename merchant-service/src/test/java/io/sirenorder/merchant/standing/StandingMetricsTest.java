package io.sirenorder.merchant.standing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.sirenorder.merchant.Registrations;
import io.sirenorder.merchant.SigningKeyResource;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(SigningKeyResource.class)
class StandingMetricsTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    StandingMetrics metrics;

    @Inject
    MeterRegistry meters;

    @Inject
    Pool pool;

    @Test
    void stores_are_counted_by_their_standing() throws Throwable {
        JsonPath first = Registrations.fresh();
        JsonPath second = Registrations.fresh();
        long active = stores("ACTIVE");
        long suspended = stores("SUSPENDED");
        long closed = stores("CLOSED");
        assertThat(active).isGreaterThanOrEqualTo(2);

        act(first, "/suspension");
        act(second, "/closure");
        assertThat(stores("ACTIVE")).isEqualTo(active - 2);
        assertThat(stores("SUSPENDED")).isEqualTo(suspended + 1);
        assertThat(stores("CLOSED")).isEqualTo(closed + 1);
    }

    @Test
    void a_store_that_waits_for_approval_is_counted_and_a_standing_that_no_store_has_is_none() throws Throwable {
        long before = stores("PENDING");
        String merchant = Registrations.fresh().getString("merchantId");
        pool.query("UPDATE merchants SET standing = 'PENDING' WHERE id = '" + merchant + "'")
                .execute()
                .await()
                .atMost(LIMIT);
        assertThat(stores("PENDING")).isEqualTo(before + 1);
        pool.query("UPDATE merchants SET standing = 'ACTIVE' WHERE standing = 'PENDING'")
                .execute()
                .await()
                .atMost(LIMIT);
        assertThat(stores("PENDING")).isZero();
    }

    private static void act(JsonPath merchant, String act) {
        given().auth()
                .oauth2(Tokens.operator())
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "위생 점검"))
                .post("/merchants/" + merchant.getString("merchantId") + "/stores/" + merchant.getString("storeId")
                        + act)
                .then()
                .statusCode(200);
    }

    private long stores(String standing) throws Throwable {
        VertxContextSupport.subscribeAndAwait(metrics::count);
        return (long)
                meters.get("siren.stores").tag("standing", standing).gauge().value();
    }
}
