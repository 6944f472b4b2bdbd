package io.sirenorder.testkit.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.sirenorder.testkit.LoggedLines;
import io.sirenorder.testkit.SirenTestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Runs the program as one whose trusted proxies were named wrongly. */
@QuarkusTest
@TestProfile(UntrustedProxyTest.AnotherProxy.class)
@QuarkusTestResource(SirenTestResource.class)
class UntrustedProxyTest {

    @Test
    void a_proxy_that_is_not_trusted_is_named_once_in_the_log() {
        try (LoggedLines lines = LoggedLines.of("io.sirenorder.kit.http.UntrustedProxies")) {
            given().get("/parcels/busy");
            assertThat(lines.all()).isEmpty();
            given().header("X-Forwarded-For", "203.0.113.7").get("/parcels/busy");
            given().header("X-Forwarded-For", "203.0.113.8").get("/parcels/busy");
            assertThat(lines.all())
                    .singleElement()
                    .asString()
                    .startsWith("ALARM: 127.0.0.1 sends X-Forwarded-For")
                    .doesNotContain("203.0.113.7");
        }
    }

    /** Trusts a proxy that is none. */
    public static class AnotherProxy implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.proxy.trusted-proxies", "192.0.2.1");
        }
    }
}
