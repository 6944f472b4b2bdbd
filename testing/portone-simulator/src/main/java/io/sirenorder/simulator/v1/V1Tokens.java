package io.sirenorder.simulator.v1;

import io.sirenorder.simulator.payment.Account;
import io.sirenorder.simulator.payment.Accounts;
import io.sirenorder.simulator.payment.SimulatedClock;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The one access token of each key: thirty minutes, the same for every caller, five more when asked in its last minute. */
final class V1Tokens {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration LAST_MINUTE = Duration.ofMinutes(1);
    private static final Duration EXTENSION = Duration.ofMinutes(5);

    private record Token(String text, Instant expiresAt) {
        Token renewed(Instant now) {
            if (!now.isBefore(expiresAt)) {
                return fresh(now);
            }
            return now.plus(LAST_MINUTE).isAfter(expiresAt) ? new Token(text, expiresAt.plus(EXTENSION)) : this;
        }

        static Token fresh(Instant now) {
            String text = (UUID.randomUUID().toString() + UUID.randomUUID()).replace("-", "");
            return new Token(text.substring(0, 40), now.plus(LIFE));
        }
    }

    private final Accounts accounts;
    private final SimulatedClock clock;
    private final Map<String, Token> tokens = new HashMap<>();

    V1Tokens(Accounts accounts, SimulatedClock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    JsonObject get(String key, String secret) {
        if (accounts.matching(
                        each -> each.v1Key().equals(key) && each.v1Secret().equals(secret))
                .isEmpty()) {
            throw new V1Problem(401, -1, "인증에 실패하였습니다. API키와 secret을 확인하세요.");
        }
        Instant now = clock.instant();
        Token token = tokens.compute(key, (same, known) -> known == null ? Token.fresh(now) : known.renewed(now));
        return new JsonObject()
                .put("access_token", token.text())
                .put("now", now.getEpochSecond())
                .put("expired_at", token.expiresAt().getEpochSecond());
    }

    /**
     * The account of a token: takes {@code Bearer <token>} as documented and the bare token as the official samples send it.
     *
     * @param tier names a store below the representative whose key it is; null for the representative
     */
    Account account(String authorization, String tier) {
        String given = authorization == null ? "" : authorization.replaceFirst("^Bearer ", "");
        return accounts.matching(each -> isGood(given, each.v1Key()) && Objects.equals(each.v1Tier(), tier)).stream()
                .findFirst()
                .orElseThrow(V1Problem::unauthorized);
    }

    private boolean isGood(String given, String key) {
        Token token = tokens.get(key);
        return token != null && token.text().equals(given) && clock.instant().isBefore(token.expiresAt());
    }
}
