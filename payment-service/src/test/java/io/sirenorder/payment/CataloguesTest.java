package io.sirenorder.payment;

import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.testkit.AccessTable;
import io.sirenorder.testkit.Catalogue;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CataloguesTest extends PaymentTest {
    @Test
    void the_catalogues_of_endpoints_and_problems_are_current() {
        Catalogue.assertOpenApiIsCurrent("payment");
        Catalogue.assertProblemsAreCurrent("payment", "io.sirenorder.payment");
    }

    @Test
    void generators_of_clients_can_use_the_description() {
        Catalogue.assertOpenApiIsSound();
    }

    @Test
    void the_table_of_callers_is_current() {
        AccessTable.ofStrangers().assertCurrent("payment");
    }
}
