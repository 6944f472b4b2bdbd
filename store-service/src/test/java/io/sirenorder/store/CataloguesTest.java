package io.sirenorder.store;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.sirenorder.testkit.AccessTable;
import io.sirenorder.testkit.Catalogue;
import io.sirenorder.testkit.SirenTestResource;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(SirenTestResource.class)
class CataloguesTest {
    @Inject
    Town town;

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

    @Test
    void the_table_of_callers_is_current() {
        Shop shop = town.openShop();
        new AccessTable(shop.token(), Map.of("storeId", shop.store().toString())).assertCurrent("store");
    }
}
