package io.sirenorder.store;

import io.sirenorder.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void store_service_keeps_to_the_house_rules() {
        HouseRules.of("io.sirenorder.store").check().packagesAreFreeOfCycles().onlyTheseSubscribe();
    }
}
