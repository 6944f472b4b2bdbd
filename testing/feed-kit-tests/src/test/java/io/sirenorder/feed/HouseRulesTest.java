package io.sirenorder.feed;

import io.sirenorder.testkit.HouseRules;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void the_kit_keeps_the_rules_of_the_house() {
        HouseRules.of("io.sirenorder.feed", Path.of("../../libraries/feed-kit"))
                .check()
                .packagesAreFreeOfCycles()
                .onlyTheseSubscribe("SingleFlight", "OwnContext", "BackgroundTasks", "Lease", "ClaimRenewals");
    }
}
