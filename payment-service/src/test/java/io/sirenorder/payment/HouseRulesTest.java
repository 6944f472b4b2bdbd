package io.sirenorder.payment;

import io.sirenorder.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void payment_service_keeps_to_the_house_rules() {
        HouseRules.of("io.sirenorder.payment")
                .check()
                .packagesAreFreeOfCycles()
                .onlyTheseSubscribe()
                .wordsStayIn(
                        "io.sirenorder.payment.portone",
                        "imp_uid",
                        "impUid",
                        "merchant_uid",
                        "merchantUid",
                        "custom_data",
                        "customData",
                        "currentCancellableAmount")
                .wordsStayIn(
                        "io.sirenorder.payment.legacy",
                        "orderInfo",
                        "deliveryinfo",
                        "tempture",
                        "packagingMethod",
                        "giftInfo",
                        "wrappingtype");
    }
}
