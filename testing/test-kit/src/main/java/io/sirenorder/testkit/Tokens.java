package io.sirenorder.testkit;

import io.sirenorder.contracts.BuyerId;
import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import java.util.Map;

/** Access tokens of every role. */
public final class Tokens {
    private Tokens() {}

    public static String merchant(MerchantId merchant, StoreId store, WalletId wallet) {
        return TestIssuers.MERCHANTS.token(
                merchant.toString(), Map.of("store_id", store.toString(), "wallet_id", wallet.toString()));
    }

    /** A buyer whose nickname is the subject, and whose e-mail is unknown. */
    public static String buyer(String subject) {
        return TestIssuers.BUYERS.token(subject, Map.of("nickname", subject));
    }

    public static String buyer(String subject, String verifiedEmail) {
        return TestIssuers.BUYERS.token(
                subject, Map.of("nickname", subject, "email", verifiedEmail, "email_verified", true));
    }

    public static String operator() {
        return TestIssuers.OPERATORS.token("operator-1", Map.of());
    }

    public static String service(String name) {
        return TestIssuers.SERVICES.token(name, Map.of());
    }

    /** The id of the buyer with that subject. */
    public static BuyerId buyerId(String subject) {
        return BuyerId.of(TestIssuers.BUYERS.url(), subject);
    }

    /** The buyer with that subject, as rows and events name them. */
    public static Recipient recipient(String subject) {
        return Recipient.buyer(buyerId(subject));
    }
}
