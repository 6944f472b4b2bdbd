package io.sirenorder.gateway;

import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import io.sirenorder.embedded.Issuer;
import io.sirenorder.testkit.TestIssuers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A person with tokens, new for each test. */
public record TestUser(String path, Issuer issuer, String subject, Map<String, String> claims, Recipient self) {

    public static TestUser merchant() {
        StoreId store = new StoreId(UUID.randomUUID());
        Map<String, String> claims =
                Map.of("store_id", store.toString(), "wallet_id", new WalletId(UUID.randomUUID()).toString());
        return new TestUser(
                "/ws/merchant",
                TestIssuers.MERCHANTS,
                new MerchantId(UUID.randomUUID()).toString(),
                claims,
                Recipient.store(store));
    }

    public static TestUser buyer() {
        String subject = "buyer-" + UUID.randomUUID();
        return new TestUser(
                "/ws/buyer", TestIssuers.BUYERS, subject, Map.of(), io.sirenorder.testkit.Tokens.recipient(subject));
    }

    public TestUser withClaim(String name, String value) {
        Map<String, String> more = new HashMap<>(claims);
        more.put(name, value);
        return new TestUser(path, issuer, subject, more, self);
    }

    public TestUser withEmail(String email) {
        return new TestUser(path, issuer, subject, Map.of("email", email), self);
    }

    public String token() {
        return token(Duration.ofMinutes(15));
    }

    public String token(Duration life) {
        Map<String, Object> all = new HashMap<>(claims);
        if (claims.containsKey("email")) {
            all.put("email_verified", true);
        }
        return issuer.token(subject, life, all);
    }
}
