package io.sirenorder.merchant;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.sirenorder.testkit.AccessTable;
import io.sirenorder.testkit.Catalogue;
import io.sirenorder.testkit.SirenTestResource;
import io.sirenorder.testkit.TestIssuers;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The catalogues say what the code does. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
@QuarkusTestResource(SigningKeyResource.class)
class CataloguesTest {
    @Test
    void the_list_of_problems_is_current() {
        Catalogue.assertProblemsAreCurrent("merchant", "io.sirenorder.merchant");
    }

    @Test
    void the_openapi_document_is_current() {
        Catalogue.assertOpenApiIsCurrent("merchant");
    }

    @Test
    void generators_of_clients_can_use_the_description() {
        Catalogue.assertOpenApiIsSound();
    }

    @Test
    void the_table_of_callers_is_current() {
        JsonPath ids = Registrations.fresh();
        String merchant = ids.getString("merchantId");
        String wallet = ids.getString("walletId");
        // The logout among the calls ends this session alone, of which no refresh token is known: the token stays good.
        Map<String, Object> claims = Map.of(
                "store_id",
                ids.getString("storeId"),
                "wallet_id",
                wallet,
                "sid",
                UUID.randomUUID().toString());
        new AccessTable(
                        TestIssuers.MERCHANTS.token(merchant, claims),
                        Map.of("merchantId", merchant, "walletId", wallet))
                .assertCurrent("merchant");
    }
}
