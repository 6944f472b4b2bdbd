package io.sirenorder.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PageMetricsTest {
    /** More than the addresses that Quarkus counts apart. */
    private static final int MANY = 120;

    @Inject
    MeterRegistry meters;

    @Inject
    Pages pages;

    @Test
    void what_callers_make_up_is_no_series_of_its_own_and_leaves_room_for_what_is_real() {
        for (int i = 0; i < MANY; i++) {
            given().post("/made-up/" + i).then().statusCode(405);
            given().request("MADEUP" + i, "/shop/").then().statusCode(405);
            given().get("/problems/made-up-" + i).then().statusCode(404);
        }
        given().get("/operator/").then().statusCode(200);
        given().get("/problems/not-found").then().statusCode(200);
        given().get("/assets/" + pages.edition() + "/kit/api.js").then().statusCode(200);
        given().get("/problems/").then().statusCode(200);
        assertThat(values("uri"))
                .contains("/shop", "/operator", "/problems/{code}", "/assets/{file}", "UNKNOWN")
                .noneMatch(uri -> uri.contains("made-up"));
        assertThat(values("method")).contains("GET", "UNKNOWN").noneMatch(method -> method.startsWith("MADEUP"));
    }

    private Set<String> values(String tag) {
        return meters.find("http.server.requests").meters().stream()
                .map(meter -> meter.getId().getTag(tag))
                .collect(Collectors.toSet());
    }
}
