package io.sirenorder.gateway;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.testkit.AccessTable;
import io.sirenorder.testkit.Catalogue;
import io.sirenorder.testkit.SirenTestResource;
import org.junit.jupiter.api.Test;

/** The catalogues say what the code does. */
@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class CataloguesTest {
    @Test
    void the_list_of_problems_is_current() {
        Catalogue.assertProblemsAreCurrent("gateway", "io.sirenorder.gateway");
    }

    @Test
    void the_openapi_document_is_current() {
        Catalogue.assertOpenApiIsCurrent("gateway");
    }

    @Test
    void generators_of_clients_can_use_the_description() {
        Catalogue.assertOpenApiIsSound();
    }

    @Test
    void the_table_of_callers_is_current() {
        AccessTable.ofStrangers().assertCurrent("gateway");
    }
}
