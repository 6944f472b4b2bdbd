package io.sirenorder.gateway;

import io.sirenorder.testkit.HouseRules;
import org.junit.jupiter.api.Test;

/** The house rules, and that the gateway knows no more than recipients and messages. */
class HouseRulesTest {
    @Test
    void the_house_rules_hold() {
        HouseRules.of("io.sirenorder.gateway")
                .check()
                .packagesAreFreeOfCycles()
                .wordsStayIn("io.sirenorder.gateway.nowhere", "OrderId", "coupon", "gift", "menu", "Krw")
                .onlyTheseSubscribe(
                        "Session",
                        "CatchUp",
                        "RedisSubscription",
                        "InboundFrames",
                        "SocketLifecycle",
                        "Acknowledgements",
                        "EndedSessionPoller",
                        "PresenceReporter");
    }
}
