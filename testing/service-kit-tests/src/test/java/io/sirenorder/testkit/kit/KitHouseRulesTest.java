package io.sirenorder.testkit.kit;

import io.sirenorder.testkit.HouseRules;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KitHouseRulesTest {
    @Test
    void the_service_kit_keeps_to_them() {
        HouseRules.of("io.sirenorder.kit", Path.of("../../libraries/service-kit"))
                .check()
                .packagesAreFreeOfCycles()
                .onlyTheseSubscribe();
    }

    @Test
    void the_contracts_keep_to_them() {
        HouseRules.of("io.sirenorder.contracts", Path.of("../../libraries/contracts"))
                .check()
                .packagesAreFreeOfCycles();
    }

    @Test
    void the_embedded_servers_keep_to_them() {
        HouseRules.of("io.sirenorder.embedded", Path.of("../../deploy/embedded"))
                .check()
                .packagesAreFreeOfCycles();
    }
}
