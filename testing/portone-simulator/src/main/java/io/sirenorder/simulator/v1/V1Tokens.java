package io.sirenorder.simulator.v1;

import io.sirenorder.simulator.payment.Account;
import io.sirenorder.simulator.payment.SimulatedClock;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The one access token of the account: thirty minutes, the same for every caller, five more when asked in its last minute. */
final class V1Tokens {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final Duration LAST_MINUTE = Duration.ofMinutes(1);
    private static final Duration EXTENSION = Duration.ofMinutes(5);

    private final Account account;
    private final SimulatedClock clock;
    private String token = "";
    private Instant expiresAt = Instant.EPOCH;

    V1Tokens(Account account, SimulatedClock clock) {
        this.account = account;
        this.clock = clock;
    }

    JsonObject get(String key, String secret) {
        if (!account.v1Key().equals(key) || !account.v1Secret().equals(secret)) {
            throw new V1Problem(401, -1, "인증에 실패하였습니다. API키와 secret을 확인하세요.");
        }
        renew(clock.instant());
        return new JsonObject()
                .put("access_token", token)
                .put("now", clock.instant().getEpochSecond())
                .put("expired_at", expiresAt.getEpochSecond());
    }

    private void renew(Instant now) {
        if (!now.isBefore(expiresAt)) {
            token = (UUID.randomUUID().toString() + UUID.randomUUID())
                    .replace("-", "")
                    .substring(0, 40);
            expiresAt = now.plus(LIFE);
        } else if (now.plus(LAST_MINUTE).isAfter(expiresAt)) {
            expiresAt = expiresAt.plus(EXTENSION);
        }
    }

    /** Takes {@code Bearer <token>} as documented and the bare token as the official samples send it. */
    void require(String authorization) {
        String given = authorization == null ? "" : authorization.replaceFirst("^Bearer ", "");
        if (!given.equals(token) || token.isEmpty() || !clock.instant().isBefore(expiresAt)) {
            throw V1Problem.unauthorized();
        }
    }
}
