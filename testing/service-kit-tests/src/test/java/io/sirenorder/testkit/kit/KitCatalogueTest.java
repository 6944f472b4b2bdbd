package io.sirenorder.testkit.kit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.testkit.Catalogue;
import io.sirenorder.testkit.SirenTestResource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class KitCatalogueTest {
    @Test
    void the_problems_of_every_service_are_listed() {
        Catalogue.assertProblemsAreCurrent("every-service", "io.sirenorder.kit");
    }
}
