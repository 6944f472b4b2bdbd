package io.sirenorder.store;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.testkit.Catalogue;
import io.sirenorder.testkit.SirenTestResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class CataloguesTest {
    @Test
    void the_list_of_problems_is_current() {
        Catalogue.assertProblemsAreCurrent("store", "io.sirenorder.store");
    }

    @Test
    void the_description_of_the_interface_is_current() {
        Catalogue.assertOpenApiIsCurrent("store");
    }

    @Test
    void generators_of_clients_can_use_the_description() {
        Catalogue.assertOpenApiIsSound();
    }
}
