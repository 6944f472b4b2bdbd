package io.sirenorder.merchant.registration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.sirenorder.merchant.Registrations;
import io.sirenorder.merchant.SigningKeyResource;
import io.sirenorder.testkit.SirenTestResource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The original's author feared that two merchants might get one id. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(SigningKeyResource.class)
class IdClashTest {
    /** Chance that first does as it is told. */
    private static final class Loaded extends NewIds {
        private final Queue<UUID> told;

        Loaded(List<UUID> told) {
            this.told = new ArrayDeque<>(told);
        }

        @Override
        UUID next() {
            return told.isEmpty() ? super.next() : told.remove();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"merchantId", "storeId", "walletId"})
    void a_merchant_whose_new_id_is_taken_gets_another(String name) {
        UUID taken = UUID.fromString(Registrations.fresh().getString(name));
        List<UUID> ids = List.of(
                name.equals("merchantId") ? taken : UUID.randomUUID(),
                name.equals("storeId") ? taken : UUID.randomUUID(),
                name.equals("walletId") ? taken : UUID.randomUUID());
        QuarkusMock.installMockForType(new Loaded(ids), NewIds.class);

        assertThat(Registrations.fresh().getString(name)).isNotEqualTo(taken.toString());
    }

    @Test
    void chance_that_never_changes_is_an_error_and_leaves_nothing_behind() {
        UUID taken = UUID.fromString(Registrations.fresh().getString("merchantId"));
        QuarkusMock.installMockForType(new Loaded(List.of(taken, taken, taken, taken, taken, taken)), NewIds.class);

        given().contentType(ContentType.JSON)
                .body(Registrations.of(Registrations.PASSWORD))
                .post("/merchants")
                .then()
                .statusCode(500)
                .contentType("application/problem+json");
    }
}
