package io.sirenorder.simulator.v2;

import io.sirenorder.simulator.payment.Account;
import io.sirenorder.simulator.payment.Attempt;
import io.sirenorder.simulator.payment.Purchase;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;

/** Methods and channels of payments, in V2's shapes. */
final class V2MethodJson {
    private static final Duration ACCOUNT_OPEN_FOR = Duration.ofDays(1);

    private V2MethodJson() {}

    static JsonObject channel(Purchase purchase, Account account) {
        JsonObject channel = new JsonObject().put("type", purchase.test() ? "TEST" : "LIVE");
        if (purchase.isEasyPay()) {
            return channel.put("id", "channel-id-kakao")
                    .put("key", account.channelKey())
                    .put("name", "카카오페이")
                    .put("pgProvider", "KAKAOPAY")
                    .put("pgMerchantId", purchase.test() ? "TC0ONETIME" : "C0ONETIME");
        }
        return channel.put("id", "channel-id-a9f9e8a3-1ae3-4f2b-9a6f-4a1d8b2b8c11")
                .put("key", account.channelKey())
                .put("name", "카드")
                .put("pgProvider", "TOSSPAYMENTS")
                .put("pgMerchantId", "iamporttest_3");
    }

    static JsonObject method(Attempt attempt) {
        Purchase purchase = attempt.purchase();
        if (purchase.isVirtualAccount()) {
            return virtualAccount(attempt.requestedAt());
        }
        return purchase.isEasyPay() ? kakaopay() : card();
    }

    private static JsonObject kakaopay() {
        return new JsonObject()
                .put("type", "PaymentMethodEasyPay")
                .put("provider", "KAKAOPAY")
                .put("easyPayMethod", new JsonObject().put("type", "PaymentMethodEasyPayMethodCharge"));
    }

    private static JsonObject virtualAccount(Instant issuedAt) {
        return new JsonObject()
                .put("type", "PaymentMethodVirtualAccount")
                .put("bank", "SHINHAN")
                .put("accountNumber", "56211105948400")
                .put("accountType", "NORMAL")
                .put("remitteeName", "주식회사 가맹점")
                .put("expiredAt", V2Json.time(issuedAt.plus(ACCOUNT_OPEN_FOR)))
                .put("issuedAt", V2Json.time(issuedAt));
    }

    private static JsonObject card() {
        JsonObject card = new JsonObject()
                .put("publisher", "BC_CARD")
                .put("issuer", "BC_CARD")
                .put("brand", "LOCAL")
                .put("type", "CREDIT")
                .put("ownerType", "PERSONAL")
                .put("bin", "123412")
                .put("name", "BC카드")
                .put("number", "123412******5678");
        return new JsonObject()
                .put("type", "PaymentMethodCard")
                .put("card", card)
                .put("approvalNumber", "30012345")
                .put("installment", new JsonObject().put("month", 0).put("isInterestFree", false))
                .put("pointUsed", false);
    }
}
