package io.sirenorder.merchant;

import io.sirenorder.testkit.HouseRules;
import org.junit.jupiter.api.Test;

/** The house rules, kept here too. */
class HouseRulesTest {
    @Test
    void the_house_rules_hold() {
        HouseRules.of("io.sirenorder.merchant")
                .check()
                .packagesAreFreeOfCycles()
                .onlyTheseSubscribe();
    }
}
