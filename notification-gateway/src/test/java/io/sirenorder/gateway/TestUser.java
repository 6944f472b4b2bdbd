package io.sirenorder.gateway;

import io.sirenorder.contracts.MerchantId;
import io.sirenorder.contracts.Recipient;
import io.sirenorder.contracts.StoreId;
import io.sirenorder.contracts.WalletId;
import io.sirenorder.testkit.TestIssuer;
import io.sirenorder.testkit.TestIssuers;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A person with tokens, new for each test. */
public record TestUser(String path, TestIssuer issuer, String subject, Map<String, String> claims, Recipient self) {

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
        JwtClaimsBuilder token = Jwt.issuer(issuer.issuer())
                .subject(subject)
                .audience(issuer.audience())
                .expiresIn(life);
        claims.forEach(token::claim);
        if (claims.containsKey("email")) {
            token.claim("email_verified", true);
        }
        return token.jws().keyId(issuer.key().getKeyId()).sign(issuer.key().getPrivateKey());
    }
}
