package io.sirenorder.merchant;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.testkit.Catalogue;
import io.sirenorder.testkit.SirenTestResource;
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
}
