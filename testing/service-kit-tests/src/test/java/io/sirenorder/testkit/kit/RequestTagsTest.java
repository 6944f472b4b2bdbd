package io.sirenorder.testkit.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.testkit.Eventually;
import io.sirenorder.testkit.RawHttp;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class RequestTagsTest {
    /** More than the addresses that Quarkus counts apart. */
    private static final int MANY = 120;

    @Inject
    MeterRegistry meters;

    @Test
    void what_callers_make_up_is_no_series_of_its_own_and_leaves_room_for_what_is_real() throws IOException {
        for (int i = 0; i < MANY; i++) {
            RawHttp.answer(RawHttp.lines("GET /made-up/%zz" + i + " HTTP/1.1", "Host: x"));
            RawHttp.answer(RawHttp.lines("MADEUP" + i + " /parcels/busy HTTP/1.1", "Host: x"));
            given().delete("/parcels/made-up-" + i).then().statusCode(405);
            given().get("/made-up/" + i).then().statusCode(404);
        }
        given().contentType("application/json")
                .body("[]")
                .post("/parcels")
                .then()
                .statusCode(400);
        given().get("/parcels/0190a0a0-0000-7000-8000-000000000000/journey")
                .then()
                .statusCode(200);
        Eventually.within(Duration.ofSeconds(5))
                .that(() -> assertThat(values("uri")).contains("/parcels/{id}/journey"));
        assertThat(values("uri"))
                .contains("/parcels", "/parcels/{id}", "/parcels/busy", "NOT_FOUND", "UNKNOWN")
                .noneMatch(uri -> uri.contains("made-up"));
        assertThat(values("method"))
                .contains("GET", "DELETE", "UNKNOWN")
                .noneMatch(method -> method.contains("MADEUP"));
    }

    private Set<String> values(String tag) {
        return meters.find("http.server.requests").meters().stream()
                .map(Meter::getId)
                .map(id -> id.getTag(tag))
                .collect(Collectors.toSet());
    }
}
