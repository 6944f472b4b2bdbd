package io.sirenorder.merchant.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.sirenorder.merchant.Registrations;
import io.sirenorder.merchant.SigningKeyResource;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.Tokens;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service that was started as a deployment without the setting starts it. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(SigningKeyResource.class)
@TestProfile(ApprovalTest.AsDeployed.class)
class ApprovalTest {
    private static final RegistrationConfig UNSET = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(RegistrationConfig.class)
            .build()
            .getConfigMapping(RegistrationConfig.class);

    /** The value that counts where none is set, in place of the tests' own. */
    public static class AsDeployed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("siren.registration.approval", UNSET.approval().name());
        }
    }

    @Test
    void a_deployment_without_the_setting_requires_approval() {
        assertThat(UNSET.approval()).isEqualTo(RegistrationConfig.Approval.OPERATOR);
        JsonPath ids = Registrations.fresh();
        found(ids, "PENDING");
        given().auth()
                .oauth2(Tokens.operator())
                .post("/merchants/" + ids.getString("merchantId") + "/stores/" + ids.getString("storeId") + "/approval")
                .then()
                .statusCode(200);
        found(ids, "ACTIVE");
    }

    private static void found(JsonPath ids, String standing) {
        given().auth()
                .oauth2(Tokens.operator())
                .get("/merchants?q=" + ids.getString("merchantId"))
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].standing", is(standing));
    }
}
